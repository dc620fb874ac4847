package dev.durascope.languageserver.running;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A running project as far as its control API tells: a class Room with three objects, and events
 * when a test says so.
 */
public final class FakeControlApi implements AutoCloseable {

  private static final String ACCEPTED = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final int TEXT = 0x81;

  private final Path file;
  private final ServerSocket server;
  private final Map<String, String> answers;
  private final List<String> tokens = new CopyOnWriteArrayList<>();
  private final BlockingQueue<Socket> listeners = new LinkedBlockingQueue<>();

  public FakeControlApi(Path directory) throws IOException {
    file = directory.resolve(".wrangler/durascope/control.json");
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    var alarm =
        LocalDate.of(2100, 1, 1).atStartOfDay(ZoneId.systemDefault()).toInstant().toEpochMilli();
    answers =
        Map.of(
            "/api/v1/project",
            """
            { "name": "p", "workers": [
              { "name": "a b", "classes": [{ "className": "Room" }, { "className": "Else" }] }
            ] }
            """,
            "/api/v1/objects?worker=a+b&class=Room&limit=1000",
            """
            { "objects": [
              { "id": "1", "state": "idle", "alarm": null },
              { "id": "2", "state": "running", "alarm": %d },
              { "id": "3", "state": "stored", "alarm": %d }
            ], "cursor": null }
            """
                .formatted(alarm + 1, alarm));
    Thread.startVirtualThread(this::serve);
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        var socket = server.accept();
        Thread.startVirtualThread(() -> answer(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void answer(Socket socket) {
    try {
      var target = line(socket.getInputStream()).split(" ", -1)[1];
      var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
      for (var line = line(socket.getInputStream());
          !line.isEmpty();
          line = line(socket.getInputStream())) {
        var parts = line.split(": ", 2);
        headers.put(parts[0], parts[1]);
      }
      tokens.add(headers.getOrDefault("Authorization", "none"));
      if (target.equals("/api/v1/events")) {
        var key = headers.getOrDefault("Sec-WebSocket-Key", "") + ACCEPTED;
        var accept =
            Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-1").digest(key.getBytes(UTF_8)));
        write(
            socket,
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: "
                + accept
                + "\r\n\r\n");
        listeners.add(socket);
        return;
      }
      var body = answers.getOrDefault(target, "");
      write(
          socket,
          "HTTP/1.1 %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
              .formatted(body.isEmpty() ? "404 Not Found" : "200 OK", body.length(), body));
      socket.close();
    } catch (IOException gone) {
      // The other end has what it wanted.
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String line(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("the request ends early");
      }
      line.write(next);
    }
    return line.toString(ISO_8859_1).strip();
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(UTF_8));
    socket.getOutputStream().flush();
  }

  public Path file() {
    return file;
  }

  /** From now on the project can be found. */
  public void start() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        "{ \"url\": \"http://127.0.0.1:%d\", \"token\": \"secret\" }"
            .formatted(server.getLocalPort()));
  }

  /** Who listens to events next, or since the last time. */
  public Listener listener() throws InterruptedException {
    var socket = listeners.poll(20, TimeUnit.SECONDS);
    if (socket == null) {
      throw new AssertionError("nobody listens");
    }
    return new Listener(socket);
  }

  /** How many listen, that no test has taken. */
  public int listeners() {
    return listeners.size();
  }

  /** A connection for events. */
  public record Listener(Socket socket) {

    /** Tells an event of this type. */
    public void tell(String type) {
      var body = "{\"type\":\"%s\",\"worker\":\"a b\",\"class\":\"Room\"}".formatted(type);
      try {
        var out = socket.getOutputStream();
        out.write(new byte[] {(byte) TEXT, (byte) body.length()});
        out.write(body.getBytes(UTF_8));
        out.flush();
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }

    /** Ends the connection, without a word. */
    public void drop() throws IOException {
      socket.close();
    }

    /** Waits until the other end has closed. */
    public void awaitEnd() {
      try {
        socket.getInputStream().skip(Long.MAX_VALUE);
        while (socket.getInputStream().read() >= 0) {
          // What it says is of no interest.
        }
      } catch (IOException reset) {
        // So it has ended.
      }
    }
  }

  /** As a process that was killed: its file stays. */
  public void stopAnswering() throws IOException {
    server.close();
  }

  public List<String> tokens() {
    return tokens;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
