package dev.durascope.runtime.binding.r2;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.durascope.runtime.storage.LocalDatabase;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * One page of a bucket's objects. Where a delimiter is given, all keys that are alike up to its
 * first appearance behind the prefix count as one, and are told as that beginning.
 */
final class Listing {
  private static final String SQL =
      """
      SELECT max(key) AS last_key,
        iif(?3 <> '' AND instr(substr(key, length(?1) + 1), ?3),
            'dlp:' || substr(key, 1,
                length(?1) + instr(substr(key, length(?1) + 1), ?3) + length(?3) - 1),
            'key:' || key) AS entry,
        key, version, size, etag, uploaded, checksums, http_metadata, custom_metadata
      FROM _mf_objects
      WHERE substr(key, 1, length(?1)) = ?1 AND (?2 IS NULL OR key > ?2)
      GROUP BY entry ORDER BY last_key LIMIT ?4\
      """;

  private final LocalDatabase database;
  private final JsonObject options;

  Listing(LocalDatabase database, JsonObject options) {
    this.database = database;
    this.options = options;
  }

  String page() {
    var limit = options.has("limit") ? options.get("limit").getAsLong() : R2Bucket.MAX_LIST_KEYS;
    if (limit < 1 || limit > R2Bucket.MAX_LIST_KEYS) {
      throw R2Failure.INVALID_MAX_KEYS.in("list");
    }
    var include = options.get("include");
    var withHttp = R2Bucket.includes(include, "httpMetadata");
    var withCustom = R2Bucket.includes(include, "customMetadata");
    if (withHttp || withCustom) {
      limit = Math.min(limit, R2Bucket.MAX_LIST_KEYS_WITH_METADATA);
    }
    var rows = database.query(SQL, text("prefix"), startAfter(), text("delimiter"), limit + 1);
    var objects = new JsonArray();
    var prefixes = new JsonArray();
    var last = "";
    for (var row : rows.subList(0, (int) Math.min(limit, rows.size()))) {
      last = row.text("last_key");
      var entry = row.text("entry");
      if (entry.startsWith("dlp:")) {
        prefixes.add(entry.substring("dlp:".length()));
      } else {
        var object = R2Bucket.json(row);
        if (!withHttp) {
          object.add("httpMetadata", new JsonObject());
        }
        if (!withCustom) {
          object.add("customMetadata", new JsonObject());
        }
        objects.add(object);
      }
    }
    var page = new JsonObject();
    page.add("objects", objects);
    page.addProperty("truncated", rows.size() > limit);
    if (rows.size() > limit) {
      page.addProperty("cursor", R2Bucket.cursor(last));
    }
    page.add("delimitedPrefixes", prefixes);
    return page.toString();
  }

  private String text(String name) {
    return options.has(name) ? options.get(name).getAsString() : "";
  }

  private @Nullable String startAfter() {
    var after = options.has("startAfter") ? text("startAfter") : null;
    if (options.has("cursor")) {
      var cursor = decoded(text("cursor"));
      return after == null || cursor.compareTo(after) > 0 ? cursor : after;
    }
    return after;
  }

  private static String decoded(String cursor) {
    try {
      return new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notBase64) {
      return cursor;
    }
  }
}
