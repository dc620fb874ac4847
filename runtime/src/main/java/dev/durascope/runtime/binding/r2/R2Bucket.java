package dev.durascope.runtime.binding.r2;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.durascope.runtime.binding.Kept;
import dev.durascope.runtime.binding.store.BlobFolder;
import dev.durascope.runtime.binding.store.BlobFolder.Stretch;
import dev.durascope.runtime.binding.store.Operations;
import dev.durascope.runtime.binding.store.Store;
import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.storage.LocalDatabase;
import dev.durascope.runtime.storage.LocalDatabase.Row;
import dev.durascope.runtime.time.Clock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An R2 bucket on disk, in wrangler's layout. An object that was uploaded in parts has no blob of
 * its own, but those of its parts.
 *
 * <p>Its methods block, and are for its {@link #operations}. They take options as JSON, give
 * objects as JSON, and fail with the words of miniflare.
 *
 * @see <a href="https://developers.cloudflare.com/r2/platform/limits/">the limits</a>
 */
final class R2Bucket implements Kept.Resource {
  static final int MAX_LIST_KEYS = 1_000;

  /** With metadata a page holds no more than this. */
  static final int MAX_LIST_KEYS_WITH_METADATA = 100;

  static final int MAX_KEY_BYTES = 1_024;
  static final int MAX_METADATA_BYTES = 8_192;

  /** 5 GiB less 5 MiB. */
  static final long MAX_VALUE_BYTES = 5_363_466_240L;

  private static final int VERSION_BYTES = 16;

  /** Digests by the names of options, and as Java calls them. */
  private static final Map<String, String> ALGORITHMS = algorithms();

  private static final List<String> SCHEMA =
      List.of(
          """
          CREATE TABLE IF NOT EXISTS _mf_objects (
              key TEXT PRIMARY KEY,
              blob_id TEXT,
              version TEXT NOT NULL,
              size INTEGER NOT NULL,
              etag TEXT NOT NULL,
              uploaded INTEGER NOT NULL,
              checksums TEXT NOT NULL,
              http_metadata TEXT NOT NULL,
              custom_metadata TEXT NOT NULL
          )\
          """,
          """
          CREATE TABLE IF NOT EXISTS _mf_multipart_uploads (
              upload_id TEXT PRIMARY KEY,
              key TEXT NOT NULL,
              http_metadata TEXT NOT NULL,
              custom_metadata TEXT NOT NULL,
              state TINYINT DEFAULT 0 NOT NULL
          )\
          """,
          """
          CREATE TABLE IF NOT EXISTS _mf_multipart_parts (
              upload_id TEXT NOT NULL REFERENCES _mf_multipart_uploads(upload_id),
              part_number INTEGER NOT NULL,
              blob_id TEXT NOT NULL,
              size INTEGER NOT NULL,
              etag TEXT NOT NULL,
              checksum_md5 TEXT NOT NULL,
              object_key TEXT REFERENCES _mf_objects(key) DEFERRABLE INITIALLY DEFERRED,
              PRIMARY KEY (upload_id, part_number)
          )\
          """);

  /**
   * A value that is on disk and not yet anybody's.
   *
   * @param checksums in hexadecimal digits, those that were given, and MD5 always
   */
  record Arrived(String blob, long size, Map<String, String> checksums) {}

  private final Store store;
  private final LocalDatabase database;
  private final BlobFolder blobs;
  private final Clock clock;
  private final Operations operations;
  private final Uploads uploads;
  private final SecureRandom random = new SecureRandom();

  private R2Bucket(Store store, Clock clock, Operations operations) {
    this.store = store;
    this.database = store.database();
    this.blobs = store.blobs();
    this.clock = clock;
    this.operations = operations;
    this.uploads = new Uploads(this, database, blobs);
  }

  static R2Bucket open(Path state, String name, Clock clock) {
    var store = Store.open(state, "r2", "miniflare-R2BucketObject", name, SCHEMA);
    return new R2Bucket(store, clock, new Operations("r2 " + name));
  }

  private static Map<String, String> algorithms() {
    var names = new LinkedHashMap<String, String>();
    names.put("md5", "MD5");
    names.put("sha1", "SHA-1");
    names.put("sha256", "SHA-256");
    names.put("sha384", "SHA-384");
    names.put("sha512", "SHA-512");
    return names;
  }

  Operations operations() {
    return operations;
  }

  Uploads uploads() {
    return uploads;
  }

  long now() {
    return clock.millis();
  }

  /** The object, or null. */
  @Nullable String head(JsonObject options) {
    var row = row(key(options, "head"));
    return row.map(found -> object(found, new ByteRange(0, found.number("size")))).orElse(null);
  }

  /** The object and its body; the body is null if the conditions do not hold, both if none is. */
  @Nullable Object[] get(JsonObject options) {
    var key = key(options, "get");
    var found = row(key);
    if (found.isEmpty()) {
      return new @Nullable Object[] {null, null};
    }
    var row = found.get();
    var size = row.number("size");
    if (!Conditions.hold(options.get("onlyIf"), found)) {
      return new @Nullable Object[] {object(row, new ByteRange(0, size)), null};
    }
    var range = ByteRange.of(options, size);
    return new @Nullable Object[] {object(row, range), body(key, row, range)};
  }

  private Body body(String key, Row row, ByteRange range) {
    try {
      var whole = row.optionalText("blob_id");
      return blobs.read(
          whole.isPresent()
              ? List.of(new Stretch(whole.get(), range.offset(), range.length()))
              : uploads.stretches(key, range));
    } catch (IOException e) {
      throw new UncheckedIOException("An object's file cannot be read: " + e.getMessage(), e);
    }
  }

  private Optional<Row> row(String key) {
    return database.first("SELECT * FROM _mf_objects WHERE key = ?", key);
  }

  /** Takes in a value; nothing of the bucket changes yet. */
  Arrived arrive(JsonObject options, Body body) {
    var action = options.has("partNumber") ? "uploadPart" : "put";
    var digests = new LinkedHashMap<String, MessageDigest>();
    ALGORITHMS.forEach(
        (option, algorithm) -> {
          if (option.equals("md5") || options.has(option)) {
            digests.put(option, digest(algorithm));
          }
        });
    var written = blobs.write(body, MAX_VALUE_BYTES, List.copyOf(digests.values()));
    try {
      key(options, action);
      if (written.length() > MAX_VALUE_BYTES) {
        throw R2Failure.TOO_LARGE.in(action);
      }
      checkMetadata(options, action);
      return new Arrived(written.id(), written.length(), checksums(options, action, digests));
    } catch (RuntimeException e) {
      blobs.delete(written.id());
      throw e;
    }
  }

  private static Map<String, String> checksums(
      JsonObject options, String action, Map<String, MessageDigest> digests) {
    var checksums = new LinkedHashMap<String, String>();
    digests.forEach(
        (option, digest) -> {
          var actual = HexFormat.of().formatHex(digest.digest());
          checksums.put(option, actual);
          if (options.has(option) && !options.get(option).getAsString().equals(actual)) {
            throw R2Failure.badDigest(
                action, digest.getAlgorithm(), options.get(option).getAsString(), actual);
          }
        });
    return checksums;
  }

  static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has " + algorithm, e);
    }
  }

  /** The key; an error if it is none. */
  static String key(JsonObject options, String action) {
    var key = options.get("object").getAsString();
    if (key.getBytes(StandardCharsets.UTF_8).length > MAX_KEY_BYTES) {
      throw R2Failure.INVALID_NAME.in(action);
    }
    return key;
  }

  static void checkMetadata(JsonObject options, String action) {
    var size = 0;
    for (var entry : metadata(options, "customMetadata").entrySet()) {
      size += stored(entry.getKey()) + stored(entry.getValue().getAsString());
    }
    if (size > MAX_METADATA_BYTES) {
      throw R2Failure.METADATA_TOO_LARGE.in(action);
    }
  }

  /** A byte for each character if all are Latin, else two. */
  private static int stored(String text) {
    return text.chars().anyMatch(c -> c >= 256) ? text.length() * 2 : text.length();
  }

  static JsonObject metadata(JsonObject options, String name) {
    return options.has(name) ? options.getAsJsonObject(name) : new JsonObject();
  }

  /** Makes a value that has arrived an object; null if the conditions do not hold. */
  @Nullable String put(JsonObject options, Arrived value) {
    var key = key(options, "put");
    var checksums = new JsonObject();
    value
        .checksums()
        .forEach(
            (name, checksum) -> {
              if (options.has(name)) {
                checksums.addProperty(name, checksum);
              }
            });
    var old =
        database.transaction(
            () -> {
              if (!Conditions.hold(options.get("onlyIf"), row(key))) {
                return Optional.<List<String>>empty();
              }
              var replaced = remove(key);
              insert(
                  key,
                  value.blob(),
                  value.size(),
                  String.valueOf(value.checksums().get("md5")),
                  checksums.toString(),
                  metadata(options, "httpMetadata").toString(),
                  metadata(options, "customMetadata").toString());
              return Optional.of(replaced);
            });
    if (old.isEmpty()) {
      blobs.delete(value.blob());
      return null;
    }
    old.get().forEach(blobs::delete);
    return object(row(key).orElseThrow(), null);
  }

  /** Enters an object; within a transaction. */
  void insert(
      String key,
      @Nullable String blob,
      long size,
      String etag,
      String checksums,
      String httpMetadata,
      String customMetadata) {
    var version = new byte[VERSION_BYTES];
    random.nextBytes(version);
    database.update(
        "INSERT OR REPLACE INTO _mf_objects (key, blob_id, version, size, etag, uploaded,"
            + " checksums, http_metadata, custom_metadata) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        key,
        blob,
        HexFormat.of().formatHex(version),
        size,
        etag,
        clock.millis(),
        checksums,
        httpMetadata,
        customMetadata);
  }

  /** Takes an object away, within a transaction, and gives the blobs that nobody needs any more. */
  List<String> remove(String key) {
    var old = new ArrayList<String>();
    database
        .query("DELETE FROM _mf_objects WHERE key = ? RETURNING blob_id", key)
        .forEach(row -> row.optionalText("blob_id").ifPresent(old::add));
    old.addAll(uploads.removeParts(key));
    return old;
  }

  /** Deletes objects that need not be there. */
  @Nullable Object delete(JsonObject options) {
    var keys = new ArrayList<String>();
    for (var element : options.getAsJsonArray("objects")) {
      var one = new JsonObject();
      one.add("object", element);
      keys.add(key(one, "delete"));
    }
    var old =
        database.transaction(() -> keys.stream().flatMap(key -> remove(key).stream()).toList());
    old.forEach(blobs::delete);
    return null;
  }

  /** A page of objects. */
  String list(JsonObject options) {
    return new Listing(database, options).page();
  }

  /**
   * An object as the prelude takes it.
   *
   * @param range of the body, null for none
   */
  static String object(Row row, @Nullable ByteRange range) {
    var object = json(row);
    if (range != null) {
      var part = new JsonObject();
      part.addProperty("offset", range.offset());
      part.addProperty("length", range.length());
      object.add("range", part);
    }
    return object.toString();
  }

  static JsonObject json(Row row) {
    var object = new JsonObject();
    object.addProperty("key", row.text("key"));
    object.addProperty("version", row.text("version"));
    object.addProperty("size", row.number("size"));
    object.addProperty("etag", row.text("etag"));
    object.addProperty("uploaded", row.number("uploaded"));
    var checksums = JsonParser.parseString(row.text("checksums")).getAsJsonObject();
    if (row.text("etag").matches("[0-9a-f]{32}")) {
      checksums.addProperty("md5", row.text("etag"));
    }
    object.add("checksums", checksums);
    object.add("httpMetadata", JsonParser.parseString(row.text("http_metadata")));
    object.add("customMetadata", JsonParser.parseString(row.text("custom_metadata")));
    return object;
  }

  static String cursor(String key) {
    return Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }

  static boolean includes(@Nullable JsonElement list, String name) {
    if (list instanceof JsonArray array) {
      for (var element : array) {
        if (element.getAsString().equals(name)) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public void close() {
    operations.close();
    store.close();
  }
}
