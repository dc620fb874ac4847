package dev.durascope.languageserver.schema;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.durascope.model.modules.SourceFiles;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The schema of the wrangler that a project has installed, looked for upwards in {@code
 * node_modules} as Node.js does; without one, that of the wrangler that came with the build.
 *
 * <p>Parsed schemas are kept for as long as their text stays the same.
 */
public final class InstalledSchemas {

  private static final Path INSTALLED = Path.of("node_modules", "wrangler", "config-schema.json");

  private record Parsed(String text, Optional<SchemaNode> root) {}

  private final Map<Path, Parsed> parsed = new ConcurrentHashMap<>();

  /** What is said about a configuration in {@code directory}. */
  public SchemaNode schema(SourceFiles files, Path directory) {
    for (Path at = directory; at != null; at = at.getParent()) {
      var file = at.resolve(INSTALLED);
      var root = files.read(file).flatMap(text -> parse(file, text));
      if (root.isPresent()) {
        return root.get();
      }
    }
    return Bundled.ROOT;
  }

  /** A file that is no schema, as one that is being installed, counts as none. */
  private Optional<SchemaNode> parse(Path file, String text) {
    var known = parsed.get(file);
    if (known == null || !known.text().equals(text)) {
      known = new Parsed(text, read(text));
      parsed.put(file, known);
    }
    return known.root();
  }

  private static Optional<SchemaNode> read(String text) {
    try {
      return JsonParser.parseString(text) instanceof JsonObject document
          ? Optional.of(SchemaNode.root(document)).filter(root -> !root.properties().isEmpty())
          : Optional.empty();
    } catch (JsonParseException broken) {
      return Optional.empty();
    }
  }

  /** Read when it is first needed. */
  private static final class Bundled {

    static final SchemaNode ROOT = load();

    private static SchemaNode load() {
      var resource =
          Objects.requireNonNull(
              InstalledSchemas.class.getResourceAsStream("wrangler-config.json"),
              "the build has put wrangler's schema among the resources");
      try (var reader = new InputStreamReader(resource, StandardCharsets.UTF_8)) {
        return SchemaNode.root(JsonParser.parseReader(reader).getAsJsonObject());
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
  }
}
