package dev.durascope.runtime.storage;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What the real {@code wrangler dev} left on disk; {@code src/test/peer/record.mjs} recorded it.
 */
public final class PeerState {

  private PeerState() {}

  /** Copies the recorded {@code .wrangler/state} into an empty folder, and returns that. */
  public static Path copyTo(Path target) {
    Path source = resource("state");
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = target.resolve(source.relativize(file).toString());
        Files.createDirectories(Objects.requireNonNull(copy.getParent()));
        Files.copy(file, copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return target;
  }

  /** Returns what the recorded worker answered. */
  public static JsonObject recorded() {
    return json("recorded.json");
  }

  /** Returns the text of the schemas. */
  static JsonObject schema() {
    return json("schema.json");
  }

  /** Returns the values of the specimens as workerd stored them, by name. */
  public static Map<String, byte[]> specimens(Path persist, String uniqueKey, String objectId) {
    Map<String, byte[]> specimens = new LinkedHashMap<>();
    try (var namespace = SqliteNamespaceStorage.at(persist, uniqueKey);
        var store = namespace.open(objectId, null)) {
      for (StoredEntry entry : store.list(ListOptions.ALL)) {
        if (!entry.key().startsWith("order:")) {
          specimens.put(entry.key(), entry.value());
        }
      }
    }
    return specimens;
  }

  private static JsonObject json(String name) {
    try {
      return JsonParser.parseString(Files.readString(resource(name))).getAsJsonObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path resource(String name) {
    try {
      return Path.of(
          Objects.requireNonNull(
                  PeerState.class.getResource("/dev/durascope/runtime/storage/peer/" + name), name)
              .toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
