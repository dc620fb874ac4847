package dev.durascope.runtime.binding.kv;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.durascope.runtime.binding.Kept;
import dev.durascope.runtime.binding.store.BlobFolder;
import dev.durascope.runtime.binding.store.Operations;
import dev.durascope.runtime.binding.store.Store;
import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.script.ScriptError;
import dev.durascope.runtime.storage.LocalDatabase;
import dev.durascope.runtime.time.Clock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A KV namespace on disk, in wrangler's layout.
 *
 * <p>Its methods block, and are for its {@link #operations}. They fail with the words that
 * production and miniflare have; options come as the text in which they would cross the wire.
 *
 * @see <a href="https://developers.cloudflare.com/kv/platform/limits/">the limits</a>
 */
final class KvNamespace implements Kept.Resource {
  static final int MAX_LIST_KEYS = 1_000;
  static final int MAX_BULK_KEYS = 100;
  static final int MAX_KEY_BYTES = 512;
  static final long MAX_VALUE_BYTES = 25L << 20;
  static final int MAX_METADATA_BYTES = 1_024;
  static final int MIN_CACHE_TTL_SECONDS = 30;
  static final int MIN_EXPIRATION_TTL_SECONDS = 60;

  private static final List<String> SCHEMA =
      List.of(
          """
          CREATE TABLE IF NOT EXISTS _mf_entries (
            key TEXT PRIMARY KEY,
            blob_id TEXT NOT NULL,
            expiration INTEGER,
            metadata TEXT
          )\
          """,
          """
          CREATE INDEX IF NOT EXISTS _mf_entries_expiration_idx ON _mf_entries(expiration)\
          """);

  /** In which form a value is wanted. */
  enum Form {
    TEXT,
    BYTES,
    /** As a body, which may be too large for memory. */
    STREAM
  }

  /** What {@code put} is told beside the value. */
  record PutOptions(
      @Nullable String expiration, @Nullable String expirationTtl, @Nullable String metadata) {}

  /**
   * A value that is on disk and not yet anybody's.
   *
   * @param expiration in milliseconds since 1970
   */
  record Arrived(String blob, @Nullable Long expiration, @Nullable String metadata) {}

  private final Store store;
  private final LocalDatabase database;
  private final BlobFolder blobs;
  private final Clock clock;
  private final Operations operations;

  private KvNamespace(Store store, Clock clock, Operations operations) {
    this.store = store;
    this.database = store.database();
    this.blobs = store.blobs();
    this.clock = clock;
    this.operations = operations;
  }

  static KvNamespace open(Path state, String id, Clock clock) {
    var store = Store.open(state, "kv", "miniflare-KVNamespaceObject", id, SCHEMA);
    return new KvNamespace(store, clock, new Operations("kv " + id));
  }

  Operations operations() {
    return operations;
  }

  /** The value in the form that is wanted, and its metadata as JSON; two nulls if there is none. */
  @Nullable Object[] get(String key, Form form, @Nullable String cacheTtl) {
    checkCacheTtl(cacheTtl);
    var row = row(key);
    var body = row.flatMap(found -> blobs.read(found.text("blob_id")));
    if (body.isEmpty()) {
      return new @Nullable Object[] {null, null};
    }
    Object value =
        switch (form) {
          case STREAM -> body.get();
          case BYTES -> bytes(body.get());
          case TEXT -> text(body.get());
        };
    return new @Nullable Object[] {value, row.get().optionalText("metadata").orElse(null)};
  }

  /** For each key in turn the key, its value as text or null, and its metadata as JSON or null. */
  @Nullable Object[] getBulk(List<String> keys, @Nullable String type) {
    if (type != null && !type.equals("text") && !type.equals("json")) {
      throw failed(
          "GET_BULK", 400, "\"" + type + "\" is not a valid type. Use \"json\" or \"text\"");
    }
    if (keys.size() > MAX_BULK_KEYS) {
      throw failed("GET_BULK", 400, "You can request a maximum of " + MAX_BULK_KEYS + " keys");
    }
    if (keys.isEmpty()) {
      throw failed("GET_BULK", 400, "You must request a minimum of 1 key");
    }
    var all = new @Nullable Object[keys.size() * 3];
    long size = 0;
    for (var i = 0; i < keys.size(); i++) {
      var key = keys.get(i);
      checkBulkKey(key);
      var row = row(key);
      var body = row.flatMap(found -> blobs.read(found.text("blob_id")));
      var value = body.map(KvNamespace::text).orElse(null);
      size += value == null ? 0 : value.length();
      all[3 * i] = key;
      all[3 * i + 1] = value;
      all[3 * i + 2] = row.flatMap(found -> found.optionalText("metadata")).orElse(null);
    }
    if (size > MAX_VALUE_BYTES) {
      throw failed(
          "GET_BULK",
          413,
          "Total size of request exceeds the limit of " + (MAX_VALUE_BYTES >> 20) + "MB");
    }
    return all;
  }

  private static void checkBulkKey(String key) {
    if (key.isEmpty()) {
      throw failed("GET_BULK", 400, "Key names must not be empty");
    }
    if (key.equals(".") || key.equals("..")) {
      throw failed(
          "GET_BULK", 400, "Illegal key name \"" + key + "\". Please use a different name.");
    }
    checkLength("GET_BULK", key);
  }

  private static void checkLength(String method, String key) {
    var bytes = key.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MAX_KEY_BYTES) {
      throw failed(
          method,
          414,
          "UTF-8 encoded length of "
              + bytes
              + " exceeds key length limit of "
              + MAX_KEY_BYTES
              + ".");
    }
  }

  private static void checkCacheTtl(@Nullable String cacheTtl) {
    if (cacheTtl != null && Long.parseLong(cacheTtl) < MIN_CACHE_TTL_SECONDS) {
      throw failed(
          "GET",
          400,
          "Invalid cache_ttl of "
              + cacheTtl
              + ". Cache TTL must be at least "
              + MIN_CACHE_TTL_SECONDS
              + ".");
    }
  }

  /** The entry of a key that has not expired. */
  private Optional<LocalDatabase.Row> row(String key) {
    var row =
        database.first("SELECT blob_id, expiration, metadata FROM _mf_entries WHERE key = ?", key);
    if (row.isPresent() && hasExpired(row.get())) {
      delete(key);
      return Optional.empty();
    }
    return row;
  }

  private boolean hasExpired(LocalDatabase.Row row) {
    return row.optionalNumber("expiration").map(at -> at <= clock.millis()).orElse(false);
  }

  /** Takes in a value; nothing of the namespace changes yet. */
  Arrived arrive(Body body, PutOptions options) {
    var expiration = expiration(options);
    var metadata = options.metadata();
    if (metadata != null) {
      var bytes = metadata.getBytes(StandardCharsets.UTF_8).length;
      if (bytes > MAX_METADATA_BYTES) {
        throw failed(
            "PUT",
            413,
            "Metadata length of " + bytes + " exceeds limit of " + MAX_METADATA_BYTES + ".");
      }
    }
    var written = blobs.write(body, MAX_VALUE_BYTES, List.of());
    if (written.length() > MAX_VALUE_BYTES) {
      blobs.delete(written.id());
      throw failed(
          "PUT",
          413,
          "Value length of " + written.length() + " exceeds limit of " + MAX_VALUE_BYTES + ".");
    }
    return new Arrived(written.id(), expiration, metadata);
  }

  private @Nullable Long expiration(PutOptions options) {
    var now = clock.millis() / 1_000;
    if (options.expirationTtl() != null) {
      var ttl = Long.parseLong(options.expirationTtl());
      if (ttl <= 0) {
        throw failed(
            "PUT",
            400,
            "Invalid expiration_ttl of " + ttl + ". Please specify integer greater than 0.");
      }
      if (ttl < MIN_EXPIRATION_TTL_SECONDS) {
        throw failed(
            "PUT",
            400,
            "Invalid expiration_ttl of "
                + ttl
                + ". Expiration TTL must be at least "
                + MIN_EXPIRATION_TTL_SECONDS
                + ".");
      }
      return (now + ttl) * 1_000;
    }
    if (options.expiration() == null) {
      return null;
    }
    var at = Long.parseLong(options.expiration());
    if (at <= now) {
      throw failed(
          "PUT",
          400,
          "Invalid expiration of "
              + at
              + ". Please specify integer greater than the current number of seconds since the"
              + " UNIX epoch.");
    }
    if (at < now + MIN_EXPIRATION_TTL_SECONDS) {
      throw failed(
          "PUT",
          400,
          "Invalid expiration of "
              + at
              + ". Expiration times must be at least "
              + MIN_EXPIRATION_TTL_SECONDS
              + " seconds in the future.");
    }
    return at * 1_000;
  }

  /** Makes a value that has arrived that of a key. */
  void put(String key, Arrived value) {
    var old =
        database.transaction(
            () -> {
              var previous = database.first("SELECT blob_id FROM _mf_entries WHERE key = ?", key);
              database.update(
                  "INSERT OR REPLACE INTO _mf_entries (key, blob_id, expiration, metadata)"
                      + " VALUES (?, ?, ?, ?)",
                  key,
                  value.blob(),
                  value.expiration(),
                  value.metadata());
              return previous;
            });
    old.ifPresent(row -> blobs.delete(row.text("blob_id")));
  }

  void delete(String key) {
    database
        .query("DELETE FROM _mf_entries WHERE key = ? RETURNING blob_id", key)
        .forEach(row -> blobs.delete(row.text("blob_id")));
  }

  /** A page of keys, as the JSON that user code gets. */
  String list(@Nullable String prefix, @Nullable String limitText, @Nullable String cursor) {
    var limit = limitText == null ? MAX_LIST_KEYS : Long.parseLong(limitText);
    if (limit > MAX_LIST_KEYS) {
      throw failed(
          "GET",
          400,
          "Invalid key_count_limit of "
              + limit
              + ". Please specify an integer less than "
              + MAX_LIST_KEYS
              + ".");
    }
    var start = prefix == null ? "" : prefix;
    checkLength("GET", start);
    var after = cursor == null ? "" : decode(cursor);
    var rows =
        database.query(
            "SELECT key, expiration, metadata FROM _mf_entries"
                + " WHERE substr(key, 1, length(?1)) = ?1 AND key > ?2"
                + " AND (expiration IS NULL OR expiration >= ?3) ORDER BY key LIMIT ?4",
            start,
            after,
            clock.millis(),
            limit + 1);
    deleteExpired();
    return page(rows, (int) limit);
  }

  private void deleteExpired() {
    database
        .query("DELETE FROM _mf_entries WHERE expiration < ? RETURNING blob_id", clock.millis())
        .forEach(row -> blobs.delete(row.text("blob_id")));
  }

  private static String page(List<LocalDatabase.Row> rows, int limit) {
    var keys = new JsonArray();
    for (var row : rows.subList(0, Math.min(limit, rows.size()))) {
      var key = new JsonObject();
      key.addProperty("name", row.text("key"));
      row.optionalNumber("expiration").ifPresent(at -> key.addProperty("expiration", at / 1_000));
      row.optionalText("metadata")
          .ifPresent(json -> key.add("metadata", JsonParser.parseString(json)));
      keys.add(key);
    }
    var page = new JsonObject();
    page.add("keys", keys);
    page.addProperty("list_complete", rows.size() <= limit);
    if (rows.size() > limit) {
      var last = rows.get(limit - 1).text("key").getBytes(StandardCharsets.UTF_8);
      page.addProperty("cursor", Base64.getEncoder().encodeToString(last));
    }
    page.add("cacheStatus", JsonNull.INSTANCE);
    return page.toString();
  }

  private static String decode(String cursor) {
    try {
      return new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notBase64) {
      return cursor;
    }
  }

  private static byte[] bytes(Body body) {
    return BlobFolder.bytes(body);
  }

  private static String text(Body body) {
    return new String(bytes(body), StandardCharsets.UTF_8);
  }

  private static ScriptError failed(String method, int status, String message) {
    return ScriptError.error("KV " + method + " failed: " + status + " " + message);
  }

  @Override
  public void close() {
    operations.close();
    store.close();
  }
}
