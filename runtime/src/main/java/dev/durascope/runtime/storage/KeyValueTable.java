package dev.durascope.runtime.storage;

import dev.durascope.runtime.text.Utf8;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The table {@code _cf_KV} of an object's file: keys as text, values as V8 serialized them.
 *
 * <p>Keys are bound and read as bytes and cast to text in SQL, because a driver that takes strings
 * would damage lone surrogates (see {@link Utf8}). SQLite compares text byte by byte, so its order
 * is the order wanted.
 *
 * <p>The table comes into being with the first write. Until then every read finds nothing.
 */
final class KeyValueTable {

  static final String NAME = "_cf_KV";

  /** To the letter as workerd makes it: SQLite keeps this text as the schema. */
  static final String CREATE =
      """
      CREATE TABLE IF NOT EXISTS _cf_KV (
              key TEXT PRIMARY KEY,
              value BLOB
            ) WITHOUT ROWID\
      """;

  private static final String GET = "SELECT value FROM _cf_KV WHERE key = CAST(? AS TEXT)";
  private static final String PUT =
      "INSERT INTO _cf_KV VALUES (CAST(? AS TEXT), ?) ON CONFLICT DO UPDATE SET value ="
          + " excluded.value";
  private static final String DELETE = "DELETE FROM _cf_KV WHERE key = CAST(? AS TEXT)";
  private static final String COUNT = "SELECT count(*) FROM _cf_KV";
  private static final String ALL = "SELECT CAST(key AS BLOB), value FROM _cf_KV ORDER BY key";
  private static final String LIST =
      "SELECT CAST(key AS BLOB), value FROM _cf_KV WHERE key >= CAST(?1 AS TEXT)";
  private static final String LIST_UP = LIST + " ORDER BY key LIMIT ?2";
  private static final String LIST_DOWN = LIST + " ORDER BY key DESC LIMIT ?2";
  private static final String LIST_TO = LIST + " AND key < CAST(?3 AS TEXT)";
  private static final String LIST_TO_UP = LIST_TO + " ORDER BY key LIMIT ?2";
  private static final String LIST_TO_DOWN = LIST_TO + " ORDER BY key DESC LIMIT ?2";

  private final SqliteFile file;
  private boolean known;

  KeyValueTable(SqliteFile file) {
    this.file = file;
  }

  /** To be called when the table may have ceased to exist. */
  void forget() {
    known = false;
  }

  Optional<byte[]> get(String key) {
    if (!exists()) {
      return Optional.empty();
    }
    return file.attempt(
        "read a key",
        () -> {
          PreparedStatement query = file.prepared(GET);
          query.setBytes(1, Utf8.encode(key));
          try (ResultSet rows = query.executeQuery()) {
            return rows.next() ? Optional.of(bytes(rows, 1)) : Optional.<byte[]>empty();
          }
        });
  }

  void put(String key, byte[] value) {
    create();
    file.attempt(
        "write a key",
        () -> {
          PreparedStatement insert = file.prepared(PUT);
          insert.setBytes(1, Utf8.encode(key));
          insert.setBytes(2, value);
          return insert.executeUpdate();
        });
  }

  boolean delete(String key) {
    if (!exists()) {
      return false;
    }
    return file.attempt(
        "delete a key",
        () -> {
          PreparedStatement delete = file.prepared(DELETE);
          delete.setBytes(1, Utf8.encode(key));
          return delete.executeUpdate() > 0;
        });
  }

  /** Gives all entries one by one, in the order of keys, without holding them. */
  void forEach(Consumer<StoredEntry> action) {
    if (!exists()) {
      return;
    }
    file.attempt(
        "list keys",
        () -> {
          try (ResultSet rows = file.prepared(ALL).executeQuery()) {
            while (rows.next()) {
              action.accept(new StoredEntry(Utf8.decode(bytes(rows, 1)), bytes(rows, 2)));
            }
          }
          return true;
        });
  }

  List<StoredEntry> list(ListOptions options) {
    Optional<KeyRange> range = KeyRange.of(options);
    if (range.isEmpty() || !exists()) {
      return List.of();
    }
    return file.attempt("list keys", () -> list(range.get(), options));
  }

  private List<StoredEntry> list(KeyRange range, ListOptions options) throws SQLException {
    byte[] end = range.end();
    PreparedStatement query = file.prepared(listStatement(end != null, options.order()));
    query.setBytes(1, range.begin());
    query.setInt(2, options.limit());
    if (end != null) {
      query.setBytes(3, end);
    }
    List<StoredEntry> entries = new ArrayList<>();
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        entries.add(new StoredEntry(Utf8.decode(bytes(rows, 1)), bytes(rows, 2)));
      }
    }
    return entries;
  }

  private static String listStatement(boolean bounded, ListOptions.Order order) {
    return switch (order) {
      case FORWARD -> bounded ? LIST_TO_UP : LIST_UP;
      case REVERSE -> bounded ? LIST_TO_DOWN : LIST_DOWN;
    };
  }

  int count() {
    if (!exists()) {
      return 0;
    }
    return file.attempt(
        "count the keys",
        () -> {
          try (ResultSet rows = file.prepared(COUNT).executeQuery()) {
            return rows.next() ? rows.getInt(1) : 0;
          }
        });
  }

  private boolean exists() {
    if (!known) {
      known = file.hasTable(NAME);
    }
    return known;
  }

  private void create() {
    if (!known) {
      file.execute("create the table of keys", CREATE);
      known = true;
    }
  }

  /** The driver gives null for a blob of no bytes. */
  private static byte[] bytes(ResultSet rows, int column) throws SQLException {
    byte[] bytes = rows.getBytes(column);
    return bytes == null ? new byte[0] : bytes;
  }
}
