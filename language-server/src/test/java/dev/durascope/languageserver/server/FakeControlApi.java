package dev.durascope.languageserver.server;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A running project as far as its control API tells: a class Room with three objects. */
final class FakeControlApi implements AutoCloseable {

  private final Path file;
  private final HttpServer server;
  private final List<String> tokens = new CopyOnWriteArrayList<>();

  FakeControlApi(Path directory) throws IOException {
    file = directory.resolve(".wrangler/durascope/control.json");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    answer(
        "/api/v1/project",
        """
        { "name": "p", "workers": [
          { "name": "a b", "classes": [{ "className": "Room" }, { "className": "Else" }] }
        ] }
        """);
    var alarm =
        LocalDate.of(2100, 1, 1).atStartOfDay(ZoneId.systemDefault()).toInstant().toEpochMilli();
    answer(
        "/api/v1/objects?worker=a+b&class=Room&limit=1000",
        """
        { "objects": [
          { "id": "1", "state": "idle", "alarm": null },
          { "id": "2", "state": "running", "alarm": %d },
          { "id": "3", "state": "stored", "alarm": %d }
        ], "cursor": null }
        """
            .formatted(alarm + 1, alarm));
    server.start();
  }

  private void answer(String path, String json) {
    server.createContext(
        path.replaceFirst("\\?.*", ""),
        exchange -> {
          tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
          boolean known = exchange.getRequestURI().toString().equals(path);
          var body = (known ? json : "").getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(known ? 200 : 404, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  Path file() {
    return file;
  }

  /** From now on the project can be found. */
  void start() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        "{ \"url\": \"http://127.0.0.1:%d\", \"token\": \"secret\" }"
            .formatted(server.getAddress().getPort()));
  }

  /** As a process that was killed: its file stays. */
  void stopAnswering() {
    server.stop(0);
  }

  List<String> tokens() {
    return tokens;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
