package dev.durascope.languageserver.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A client that knows bytes only: it sends the text of messages, whatever that is, and reads what
 * comes back. For all that a library's client would not send.
 */
final class RawClient implements AutoCloseable {

  private final Connection connection;
  private final DataInputStream in;

  /** The methods of the server's requests that nobody has asked for yet. */
  private final Deque<String> requests = new ArrayDeque<>();

  RawClient() throws IOException {
    connection = Connection.toServer();
    in = new DataInputStream(connection.in());
  }

  RawClient send(String json) throws IOException {
    var body = json.getBytes(StandardCharsets.UTF_8);
    var out = connection.out();
    out.write(("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    out.write(body);
    out.flush();
    return this;
  }

  RawClient request(Object id, String method, String params) throws IOException {
    return send(
        "{\"jsonrpc\":\"2.0\",\"id\":%s,\"method\":\"%s\",\"params\":%s}"
            .formatted(id, method, params));
  }

  RawClient notify(String method, String params) throws IOException {
    return send("{\"jsonrpc\":\"2.0\",\"method\":\"%s\",\"params\":%s}".formatted(method, params));
  }

  /** The next message. */
  JsonObject next() throws IOException {
    int length = -1;
    for (var line = header(); !line.isEmpty(); line = header()) {
      if (line.startsWith("Content-Length: ")) {
        length = Integer.parseInt(line.substring("Content-Length: ".length()));
      }
    }
    assertThat(length).as("a message's length").isNotNegative();
    var body = in.readNBytes(length);
    return JsonParser.parseString(new String(body, StandardCharsets.UTF_8)).getAsJsonObject();
  }

  private String header() throws IOException {
    var line = new StringBuilder();
    while (true) {
      int next = in.readUnsignedByte();
      if (next == '\n') {
        return line.toString().strip();
      }
      line.append((char) next);
    }
  }

  /** What is published about diagnostics is left out. */
  JsonObject response(int id) throws IOException {
    return responses(1, id).getFirst();
  }

  /**
   * The next {@code count} responses in the order in which they come, the one of {@code last} among
   * them.
   */
  List<JsonObject> responses(int count, int last) throws IOException {
    var found = new ArrayList<JsonObject>();
    while (found.size() < count) {
      var message = next();
      if (message.has("id") && !message.has("method")) {
        found.add(message);
      } else if (message.has("id")) {
        answer(message);
      }
    }
    assertThat(found).anyMatch(each -> each.get("id").getAsInt() == last);
    return found;
  }

  /**
   * The method of the next request of the server's, perhaps of one that came before a response that
   * was waited for. Requests are answered with nothing.
   */
  String awaitRequest() throws IOException {
    while (requests.isEmpty()) {
      var message = next();
      if (message.has("id") && message.has("method")) {
        answer(message);
      }
    }
    return requests.removeFirst();
  }

  private void answer(JsonObject request) throws IOException {
    requests.addLast(request.get("method").getAsString());
    send("{\"jsonrpc\":\"2.0\",\"id\":%s,\"result\":null}".formatted(request.get("id")));
  }

  /** The next notification of this method; what comes before it is left out. */
  JsonObject notification(String method) throws IOException {
    while (true) {
      var message = next();
      if (message.has("method") && message.get("method").getAsString().equals(method)) {
        return message.getAsJsonObject("params");
      }
    }
  }

  int exitCode() {
    return Editor.await(connection.exitCode());
  }

  @Override
  public void close() {
    connection.close();
  }
}
