package dev.durascope.runtime.binding.r2;

import com.google.gson.JsonObject;
import dev.durascope.runtime.binding.store.BlobFolder;
import dev.durascope.runtime.binding.store.BlobFolder.Stretch;
import dev.durascope.runtime.storage.LocalDatabase;
import dev.durascope.runtime.storage.LocalDatabase.Row;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Uploads in parts: parts wait for one object to be made of them, in the order of their numbers.
 */
final class Uploads {
  /** What every part but the last has at least: 5 MiB. */
  static final long MIN_PART_BYTES = 5L << 20;

  private static final int ID_BYTES = 128;
  private static final int IN_PROGRESS = 0;
  private static final int COMPLETED = 1;
  private static final int ABORTED = 2;

  private final R2Bucket bucket;
  private final LocalDatabase database;
  private final BlobFolder blobs;
  private final SecureRandom random = new SecureRandom();

  Uploads(R2Bucket bucket, LocalDatabase database, BlobFolder blobs) {
    this.bucket = bucket;
    this.database = database;
    this.blobs = blobs;
  }

  /** Begins an upload and gives its id. */
  String create(JsonObject options) {
    var key = R2Bucket.key(options, "createMultipartUpload");
    R2Bucket.checkMetadata(options, "createMultipartUpload");
    var id = newId();
    database.update(
        "INSERT INTO _mf_multipart_uploads (upload_id, key, http_metadata, custom_metadata)"
            + " VALUES (?, ?, ?, ?)",
        id,
        key,
        R2Bucket.metadata(options, "httpMetadata").toString(),
        R2Bucket.metadata(options, "customMetadata").toString());
    return id;
  }

  private String newId() {
    var bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Enters a part that has arrived and gives its etag. */
  String uploadPart(JsonObject options, R2Bucket.Arrived part) {
    var id = options.get("uploadId").getAsString();
    var number = options.get("partNumber").getAsLong();
    var etag = newId();
    List<String> replaced;
    try {
      replaced =
          database.transaction(
              () -> {
                if (upload(options).filter(row -> row.number("state") == IN_PROGRESS).isEmpty()) {
                  throw R2Failure.NO_SUCH_UPLOAD.in("uploadPart");
                }
                var old =
                    database.query(
                        "SELECT blob_id FROM _mf_multipart_parts"
                            + " WHERE upload_id = ? AND part_number = ?",
                        id,
                        number);
                database.update(
                    "INSERT OR REPLACE INTO _mf_multipart_parts"
                        + " (upload_id, part_number, blob_id, size, etag, checksum_md5)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                    id,
                    number,
                    part.blob(),
                    part.size(),
                    etag,
                    part.checksums().get("md5"));
                return blobIds(old);
              });
    } catch (RuntimeException e) {
      blobs.delete(part.blob());
      throw e;
    }
    replaced.forEach(blobs::delete);
    return etag;
  }

  private Optional<Row> upload(JsonObject options) {
    return database.first(
        "SELECT * FROM _mf_multipart_uploads WHERE upload_id = ? AND key = ?",
        options.get("uploadId").getAsString(),
        options.get("object").getAsString());
  }

  /** Makes an object of the parts that are named, and forgets the others. */
  String complete(JsonObject options) {
    var action = "completeMultipartUpload";
    var key = R2Bucket.key(options, action);
    var id = options.get("uploadId").getAsString();
    var old =
        database.transaction(
            () -> {
              var upload = upload(options).orElseThrow(() -> R2Failure.INTERNAL.in(action));
              if (upload.number("state") != IN_PROGRESS) {
                throw R2Failure.NO_SUCH_UPLOAD.in(action);
              }
              var parts = chosen(options, id);
              checkSizes(parts, action);
              var removed = new ArrayList<>(bucket.remove(key));
              bucket.insert(
                  key,
                  null,
                  parts.stream().mapToLong(part -> part.number("size")).sum(),
                  etag(parts),
                  "{}",
                  upload.text("http_metadata"),
                  upload.text("custom_metadata"));
              for (var part : parts) {
                database.update(
                    "UPDATE _mf_multipart_parts SET object_key = ?"
                        + " WHERE upload_id = ? AND part_number = ?",
                    key,
                    id,
                    part.number("part_number"));
              }
              removed.addAll(
                  blobIds(
                      database.query(
                          "DELETE FROM _mf_multipart_parts"
                              + " WHERE upload_id = ? AND object_key IS NULL RETURNING blob_id",
                          id)));
              setState(id, COMPLETED);
              return removed;
            });
    old.forEach(blobs::delete);
    return R2Bucket.object(
        database.first("SELECT * FROM _mf_objects WHERE key = ?", key).orElseThrow(), null);
  }

  /** The parts that the user names, in the order of their numbers. */
  private List<Row> chosen(JsonObject options, String id) {
    var action = "completeMultipartUpload";
    var uploaded =
        database.query("SELECT * FROM _mf_multipart_parts WHERE upload_id = ?", id).stream()
            .collect(Collectors.toMap(row -> row.number("part_number"), row -> row));
    var numbers = new HashSet<Long>();
    for (var element : options.getAsJsonArray("parts")) {
      if (!numbers.add(element.getAsJsonObject().get("part").getAsLong())) {
        throw R2Failure.INTERNAL.in(action);
      }
    }
    var parts = new ArrayList<Row>();
    for (var element : options.getAsJsonArray("parts")) {
      var named = element.getAsJsonObject();
      var part = uploaded.get(named.get("part").getAsLong());
      if (part == null || !part.text("etag").equals(named.get("etag").getAsString())) {
        throw R2Failure.INVALID_PART.in(action);
      }
      parts.add(part);
    }
    for (var part : parts.subList(0, Math.max(0, parts.size() - 1))) {
      if (part.number("size") < MIN_PART_BYTES) {
        throw R2Failure.TOO_SMALL.in(action);
      }
    }
    parts.sort(Comparator.comparingLong(row -> row.number("part_number")));
    return parts;
  }

  /** All parts but the last are of one size, and that one is no larger. */
  private static void checkSizes(List<Row> parts, String action) {
    for (var i = 0; i < parts.size(); i++) {
      var size = parts.get(i).number("size");
      var first = parts.getFirst().number("size");
      var last = i == parts.size() - 1;
      if (last ? size > first : size != first || size < MIN_PART_BYTES) {
        throw R2Failure.BAD_UPLOAD.in(action);
      }
    }
  }

  private static String etag(List<Row> parts) {
    var digest = R2Bucket.digest("MD5");
    parts.forEach(part -> digest.update(HexFormat.of().parseHex(part.text("checksum_md5"))));
    return HexFormat.of().formatHex(digest.digest()) + "-" + parts.size();
  }

  /** Forgets an upload and its parts; one that is over is left as it is. */
  @Nullable Object abort(JsonObject options) {
    R2Bucket.key(options, "abortMultipartUpload");
    var id = options.get("uploadId").getAsString();
    var old =
        database.transaction(
            () -> {
              var upload =
                  upload(options).orElseThrow(() -> R2Failure.INTERNAL.in("abortMultipartUpload"));
              if (upload.number("state") != IN_PROGRESS) {
                return List.<String>of();
              }
              setState(id, ABORTED);
              return blobIds(
                  database.query(
                      "DELETE FROM _mf_multipart_parts WHERE upload_id = ? RETURNING blob_id", id));
            });
    old.forEach(blobs::delete);
    return null;
  }

  private void setState(String id, int state) {
    database.update("UPDATE _mf_multipart_uploads SET state = ? WHERE upload_id = ?", state, id);
  }

  /** Takes the parts of an object away, within a transaction. */
  List<String> removeParts(String key) {
    return blobIds(
        database.query(
            "DELETE FROM _mf_multipart_parts WHERE object_key = ? RETURNING blob_id", key));
  }

  /** Where a range of an object lies in the blobs of its parts. */
  List<Stretch> stretches(String key, ByteRange range) {
    var stretches = new ArrayList<Stretch>();
    long start = 0;
    var end = range.offset() + range.length();
    for (var part :
        database.query(
            "SELECT blob_id, size FROM _mf_multipart_parts WHERE object_key = ?"
                + " ORDER BY part_number",
            key)) {
      var size = part.number("size");
      var from = Math.max(start, range.offset());
      var to = Math.min(start + size, end);
      if (from < to) {
        stretches.add(new Stretch(part.text("blob_id"), from - start, to - from));
      }
      start += size;
    }
    return stretches;
  }

  private static List<String> blobIds(List<Row> rows) {
    return rows.stream().map(row -> row.text("blob_id")).toList();
  }
}
