package dev.durascope.runtime.storage;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The file of one object, opened for reading by a tool. What is large comes piece by piece and is
 * never held as a whole. One thread at a time.
 */
public final class ObjectFile implements AutoCloseable {
  private final String id;
  private final @Nullable String knownName;
  private final SqliteFile file;
  private final KeyValueTable entries;
  private final SqlTables tables;

  ObjectFile(String id, @Nullable String knownName, SqliteFile file) {
    this.id = id;
    this.knownName = knownName;
    this.file = file;
    this.entries = new KeyValueTable(file);
    this.tables = new SqlTables(file);
  }

  /** A file by itself, in the layout of {@link SqliteNamespaceStorage}. */
  public static ObjectFile at(Path path) {
    var name = path.getFileName().toString();
    return new ObjectFile(name, null, SqliteFile.openForReading(path, SqliteFile.Limits.STANDARD));
  }

  /**
   * An object in a list.
   *
   * @param name its name where it is known
   * @param alarm in milliseconds since 1970
   * @param keys how many keys it has
   * @param tables the names of the tables that its code has made
   * @param bytes the pages in use
   */
  public record Summary(
      String id,
      @Nullable String name,
      OptionalLong alarm,
      int keys,
      List<String> tables,
      long bytes) {
    public Summary {
      tables = List.copyOf(tables);
    }
  }

  /** What is in it, in outline. */
  public Summary summary() {
    return new Summary(id, name(), alarm(), entries.count(), tables.names(), bytes());
  }

  /** The object's name, where it is known. */
  public @Nullable String name() {
    return new NameTable(file).get().orElse(knownName);
  }

  /** When the alarm is due, in milliseconds since 1970. */
  public OptionalLong alarm() {
    return new MetadataTable(file).alarm();
  }

  private long bytes() {
    return file.attempt(
        "read the size",
        () -> {
          var query =
              "SELECT (page_count - freelist_count) * page_size"
                  + " FROM pragma_page_count, pragma_freelist_count, pragma_page_size";
          try (ResultSet rows = file.prepared(query).executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
          }
        });
  }

  /** The entries that {@code options} select. */
  public List<StoredEntry> list(ListOptions options) {
    return entries.list(options);
  }

  /** The value of a key. */
  public Optional<byte[]> get(String key) {
    return entries.get(key);
  }

  /** Gives all entries, in the order of keys. */
  public void forEachEntry(Consumer<StoredEntry> action) {
    entries.forEach(action);
  }

  /** The statements that make the tables of the object's code, and all that belongs to them. */
  public List<SqlTables.Definition> definitions() {
    return tables.definitions();
  }

  /** The tables whose rows have to be carried along, in the order in which they can be filled. */
  public List<SqlTables.Table> tables() {
    return tables.all();
  }

  /**
   * Gives all rows of a table: a Long, Double, String, {@link RawText}, byte[] or null a column.
   */
  public void forEachRow(SqlTables.Table table, Consumer<List<@Nullable Object>> action) {
    tables.forEachRow(table, action);
  }

  /** The names of a query's columns, and its rows as {@link #forEachRow} gives them. */
  public record Answer(List<String> columns, List<List<@Nullable Object>> rows) {}

  /**
   * Runs one statement; the file cannot be changed by it.
   *
   * @throws SqlException if the statement is at fault
   */
  public Answer query(String sql) {
    return answer(file, sql);
  }

  static Answer answer(SqliteFile file, String sql) {
    try (var statement = file.connection().createStatement()) {
      if (!statement.execute(sql)) {
        return new Answer(List.of(), List.of());
      }
      try (var rows = statement.getResultSet()) {
        var meta = rows.getMetaData();
        var columns = new ArrayList<String>();
        for (var i = 1; i <= meta.getColumnCount(); i++) {
          columns.add(meta.getColumnLabel(i));
        }
        var all = new ArrayList<List<@Nullable Object>>();
        while (rows.next()) {
          all.add(SqlTables.row(rows, columns.size()));
        }
        return new Answer(columns, all);
      }
    } catch (SQLException e) {
      if (SqliteErrors.isOfStatement(e)) {
        throw new SqlException(String.valueOf(e.getMessage()));
      }
      throw SqliteErrors.translate(file.path(), "run the statement", e);
    }
  }

  @Override
  public void close() {
    file.close();
  }
}
