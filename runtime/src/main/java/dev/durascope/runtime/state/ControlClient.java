package dev.durascope.runtime.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.durascope.runtime.control.ControlFile;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The control API as its tools use it. By the JDK's small client: one request at a time to this
 * machine, from a process that shall be up at once.
 */
record ControlClient(ControlFile.Running running) {
  private static final int NOT_FOUND = 404;
  private static final int FIRST_ERROR = 400;
  private static final int CHUNK_BYTES = 1 << 16;

  static String encoded(String part) {
    return URLEncoder.encode(part, UTF_8).replace("+", "%20");
  }

  JsonObject get(String path, Map<String, String> query) throws StateException {
    return succeeded(send("GET", path, query, null));
  }

  /** Nothing if there is no such thing. */
  Optional<JsonObject> find(String path, Map<String, String> query) throws StateException {
    var answer = send("GET", path, query, null);
    return answer.status() == NOT_FOUND ? Optional.empty() : Optional.of(succeeded(answer));
  }

  void put(String path, JsonObject body) throws StateException {
    var _ = succeeded(send("PUT", path, Map.of(), out -> out.write(body.toString())));
  }

  JsonObject delete(String path) throws StateException {
    return succeeded(send("DELETE", path, Map.of(), null));
  }

  /** Something that writes a text. */
  interface Text {
    void write(Writer out) throws IOException;
  }

  JsonObject post(String path, JsonObject body) throws StateException {
    return succeeded(send("POST", path, Map.of(), out -> out.write(body.toString())));
  }

  /** A request whose body is written as it is sent, however long it is. */
  JsonObject post(String path, Map<String, String> query, Text body) throws StateException {
    return succeeded(send("POST", path, query, body));
  }

  private record Answer(int status, JsonObject json) {}

  private static JsonObject succeeded(Answer answer) throws StateException {
    if (answer.status() >= FIRST_ERROR) {
      throw new StateException(answer.json().getAsJsonObject("error").get("message").getAsString());
    }
    return answer.json();
  }

  private Answer send(String method, String path, Map<String, String> query, @Nullable Text body)
      throws StateException {
    var parameters =
        query.entrySet().stream()
            .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
            .collect(Collectors.joining("&", "?", ""));
    var uri = URI.create(running.url() + path + (query.isEmpty() ? "" : parameters));
    try {
      var connection = (HttpURLConnection) uri.toURL().openConnection();
      connection.setRequestMethod(method);
      connection.setRequestProperty("Authorization", "Bearer " + running.token());
      if (body != null) {
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setChunkedStreamingMode(CHUNK_BYTES);
        try (var out = new OutputStreamWriter(connection.getOutputStream(), UTF_8)) {
          body.write(out);
        }
      }
      var status = connection.getResponseCode();
      try (var in =
          status >= FIRST_ERROR ? connection.getErrorStream() : connection.getInputStream()) {
        var text = in == null ? "" : new String(in.readAllBytes(), UTF_8);
        if (JsonParser.parseString(text) instanceof JsonObject json) {
          return new Answer(status, json);
        }
        throw new StateException("the running process answered with " + status + ": " + text);
      }
    } catch (IOException | JsonParseException e) {
      throw new StateException(
          "the process "
              + running.pid()
              + ", which runs the project, cannot be asked: "
              + e.getMessage(),
          e);
    }
  }
}
