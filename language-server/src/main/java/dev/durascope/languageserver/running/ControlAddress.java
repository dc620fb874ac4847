package dev.durascope.languageserver.running;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Where a running project's control API is, and the token that opens it; from {@code
 * .wrangler/durascope/control.json}, which is there while it runs.
 *
 * <p>The token lets its holder run code in the project, so it is sent to this machine only,
 * whatever the file says.
 *
 * @param directory the project's
 */
public record ControlAddress(Path directory, URI url, String token) {

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  /** Of the project in {@code directory}; empty where none runs. */
  public static Optional<ControlAddress> of(Path directory) {
    var file = directory.resolve(".wrangler").resolve("durascope").resolve("control.json");
    try {
      if (!Files.isRegularFile(file)) {
        return Optional.empty();
      }
      var json = JsonParser.parseString(Files.readString(file));
      return json instanceof JsonObject fields ? read(directory, fields) : Optional.empty();
    } catch (IOException | JsonParseException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<ControlAddress> read(Path directory, JsonObject fields) {
    JsonElement url = fields.get("url");
    JsonElement token = fields.get("token");
    if (url == null || token == null || !url.isJsonPrimitive() || !token.isJsonPrimitive()) {
      return Optional.empty();
    }
    var address = URI.create(url.getAsString());
    return "http".equals(address.getScheme())
            && address.getHost() != null
            && LOOPBACK.contains(address.getHost())
        ? Optional.of(new ControlAddress(directory, address, token.getAsString()))
        : Optional.empty();
  }
}
