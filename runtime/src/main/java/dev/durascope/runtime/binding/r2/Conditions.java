package dev.durascope.runtime.binding.r2;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.durascope.runtime.storage.LocalDatabase.Row;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code onlyIf}: whether an operation is to happen, by what is there. The rules are those of HTTP
 * (RFC 9110, 13.2.2): a condition on the time counts only where the one on the etag does not
 * decide.
 */
final class Conditions {
  private static final long SECOND_MILLIS = 1_000;

  private Conditions() {}

  /** Whether {@code onlyIf} holds for an object, or for none. */
  static boolean hold(@Nullable JsonElement onlyIf, Optional<Row> object) {
    if (!(onlyIf instanceof JsonObject conditions)) {
      return true;
    }
    var matches = array(conditions, "etagMatches");
    var doesNotMatch = array(conditions, "etagDoesNotMatch");
    var before = conditions.get("uploadedBefore");
    var after = conditions.get("uploadedAfter");
    if (object.isEmpty()) {
      return matches == null && after == null;
    }
    var etag = object.get().text("etag");
    var unit = conditions.has("secondsGranularity") ? SECOND_MILLIS : 1;
    var uploaded = object.get().number("uploaded") / unit;
    var ifMatch = matches == null || includes(matches, etag, true);
    var ifNoneMatch = doesNotMatch == null || !includes(doesNotMatch, etag, false);
    var ifModified =
        after == null
            || after.getAsLong() / unit < uploaded
            || (doesNotMatch != null && ifNoneMatch);
    var ifUnmodified =
        before == null || uploaded < before.getAsLong() / unit || (matches != null && ifMatch);
    return ifMatch && ifNoneMatch && ifModified && ifUnmodified;
  }

  private static @Nullable JsonArray array(JsonObject conditions, String key) {
    return conditions.has(key) ? conditions.getAsJsonArray(key) : null;
  }

  private static boolean includes(JsonArray etags, String etag, boolean strongly) {
    for (var element : etags) {
      var condition = element.getAsJsonObject();
      var type = condition.get("type").getAsString();
      if (type.equals("wildcard")
          || (condition.get("value").getAsString().equals(etag)
              && (type.equals("strong") || !strongly))) {
        return true;
      }
    }
    return false;
  }
}
