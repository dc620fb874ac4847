package dev.durascope.runtime.wire;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The specimens as Node's V8 serialized them; {@code src/test/node/vectors.mjs} makes them. */
public final class Vectors {

  private Vectors() {}

  /** Returns the bytes of each specimen by its name. */
  public static Map<String, byte[]> all() {
    Map<String, byte[]> vectors = new LinkedHashMap<>();
    try (var stream = Objects.requireNonNull(Vectors.class.getResourceAsStream("vectors.json"))) {
      JsonElement json =
          JsonParser.parseReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      for (JsonElement vector : json.getAsJsonObject().getAsJsonArray("vectors")) {
        vectors.put(
            vector.getAsJsonObject().get("name").getAsString(),
            HexFormat.of().parseHex(vector.getAsJsonObject().get("hex").getAsString()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return vectors;
  }

  /** Returns the bytes of one specimen. */
  public static byte[] named(String name) {
    return Objects.requireNonNull(all().get(name), name);
  }
}
