package dev.durascope.runtime.storage;

import dev.durascope.runtime.text.Utf8;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The file of an object that is being made as a whole, in one transaction. {@link
 * ClassFolder#install} puts it in its place.
 */
public final class ObjectFileDraft implements AutoCloseable {
  private final String objectId;
  private final @Nullable String name;
  private final SqliteFile file;
  private final KeyValueTable entries;
  private OptionalLong alarm = OptionalLong.empty();
  private boolean closed;

  ObjectFileDraft(String objectId, @Nullable String name, SqliteFile file) {
    this.objectId = objectId;
    this.name = name;
    this.file = file;
    this.entries = new KeyValueTable(file);
    file.execute("begin", "BEGIN");
    if (name != null) {
      new NameTable(file).set(name);
    }
  }

  /** A file by itself, which is not there yet, or goes on being filled. */
  public static ObjectFileDraft at(Path path) {
    return at(path, null);
  }

  /** The same of an object with a name. */
  public static ObjectFileDraft at(Path path, @Nullable String name) {
    return new ObjectFileDraft(
        path.getFileName().toString(),
        name,
        SqliteFile.openDraft(path, SqliteFile.Limits.STANDARD));
  }

  /** Whose file it will be. */
  public String objectId() {
    return objectId;
  }

  @Nullable String name() {
    return name;
  }

  OptionalLong alarm() {
    return alarm;
  }

  /** Sets the alarm, in milliseconds since 1970. */
  public void setAlarm(long epochMillis) {
    alarm = OptionalLong.of(epochMillis);
    new MetadataTable(file).setAlarm(alarm);
  }

  /** Adds an entry. */
  public void put(String key, byte[] value) {
    entries.put(key, value);
  }

  /** Runs a statement that {@link ObjectFile#definitions} gave. */
  public void define(String sql) {
    file.execute("make what a table needs", sql);
  }

  /** Takes away what making a table has put into another one. */
  public void empty(String table) {
    file.execute("empty a table", "DELETE FROM " + SqlTables.quoted(table));
  }

  /** Adds a row as {@link ObjectFile#forEachRow} gave it. */
  public void insert(String table, List<String> columns, List<@Nullable Object> values) {
    var sql =
        "INSERT INTO "
            + SqlTables.quoted(table)
            + columns.stream().map(SqlTables::quoted).collect(Collectors.joining(", ", " (", ")"))
            + values.stream()
                .map(value -> needsCast(value) ? "CAST(? AS TEXT)" : "?")
                .collect(Collectors.joining(", ", " VALUES (", ")"));
    file.attempt(
        "add a row",
        () -> {
          var insert = file.prepared(sql);
          for (var i = 0; i < values.size(); i++) {
            switch (values.get(i)) {
              case RawText(var bytes) -> insert.setBytes(i + 1, bytes);
              case String text when needsCast(text) -> insert.setBytes(i + 1, Utf8.encode(text));
              case null, default -> insert.setObject(i + 1, values.get(i));
            }
          }
          return insert.executeUpdate();
        });
  }

  /** What the driver would damage is bound as bytes. */
  private static boolean needsCast(@Nullable Object value) {
    return value instanceof RawText
        || (value instanceof String text
            && text.chars().anyMatch(c -> Character.isSurrogate((char) c)));
  }

  /** Ends the writing. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      file.execute("commit", "COMMIT");
      file.close();
    }
  }
}
