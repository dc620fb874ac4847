package dev.durascope.languageserver.settings;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.durascope.languageserver.analysis.Severities;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The values that the language server obeys.
 *
 * @param severities how each diagnostic is shown
 * @param wholeWorkspace whether configurations are checked that no open file belongs to
 */
public record Settings(Severities severities, boolean wholeWorkspace) {

  public static final Settings DEFAULT = new Settings(Severities.OWN, true);

  /**
   * Reads what a client has under {@value AllSettings#SECTION}. What is of another shape counts as
   * not set: an editor has told its user so already, by the manifest.
   */
  public static Settings read(@Nullable JsonElement section) {
    var levels = new LinkedHashMap<String, String>();
    if (at(section, "diagnostics", "severity") instanceof JsonObject written) {
      for (var entry : written.entrySet()) {
        text(entry.getValue()).ifPresent(level -> levels.put(entry.getKey(), level));
      }
    }
    return new Settings(
        Severities.read(levels),
        !(at(section, "diagnostics", "workspace") instanceof JsonPrimitive value
            && value.isBoolean()
            && !value.getAsBoolean()));
  }

  private static Optional<String> text(JsonElement value) {
    return value instanceof JsonPrimitive primitive && primitive.isString()
        ? Optional.of(primitive.getAsString())
        : Optional.empty();
  }

  private static @Nullable JsonElement at(@Nullable JsonElement from, String... path) {
    var at = from;
    for (var key : path) {
      at = at instanceof JsonObject object ? object.get(key) : null;
    }
    return at;
  }
}
