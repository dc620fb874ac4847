package dev.durascope.runtime.storage;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A SQLite file of the runtime's own making, such as that of a KV namespace: statements with
 * parameters, rows, transactions.
 *
 * <p>The file is made when it is first used. Failures are {@link StorageException}s. Usable on any
 * thread, by one at a time.
 */
public final class LocalDatabase implements AutoCloseable {
  private final Path path;
  private final List<String> schema;
  private @Nullable SqliteFile file;

  /**
   * @param schema statements that make what is not there yet
   */
  public LocalDatabase(Path path, List<String> schema) {
    this.path = path;
    this.schema = List.copyOf(schema);
  }

  /** A row, by the names of its columns. */
  public record Row(Map<String, @Nullable Object> values) {
    /** A text that is not null. */
    public String text(String column) {
      return optionalText(column).orElseThrow();
    }

    /** A text that may be null. */
    public Optional<String> optionalText(String column) {
      return Optional.ofNullable(values.get(column)).map(String::valueOf);
    }

    /** A whole number that is not null. */
    public long number(String column) {
      return optionalNumber(column).orElseThrow();
    }

    /** A whole number that may be null. */
    public Optional<Long> optionalNumber(String column) {
      return Optional.ofNullable(values.get(column)).map(value -> ((Number) value).longValue());
    }
  }

  private SqliteFile file() {
    if (file == null) {
      var opened = SqliteFile.openOrCreate(path, SqliteFile.Limits.STANDARD);
      schema.forEach(statement -> opened.execute("make the tables", statement));
      file = opened;
    }
    return file;
  }

  /** All rows of a statement, which may also be one that changes something and returns rows. */
  public synchronized List<Row> query(String sql, @Nullable Object... parameters) {
    return file()
        .attempt(
            "query",
            () -> {
              try (var rows = bound(sql, parameters).executeQuery()) {
                return read(rows);
              }
            });
  }

  /** The first row, if any. */
  public Optional<Row> first(String sql, @Nullable Object... parameters) {
    return query(sql, parameters).stream().findFirst();
  }

  /** Runs a statement that gives no rows. */
  public synchronized void update(String sql, @Nullable Object... parameters) {
    file().attempt("write", () -> bound(sql, parameters).executeUpdate());
  }

  /** All of {@code action}, or, if it fails, nothing of it. */
  public synchronized <T> T transaction(Supplier<T> action) {
    var current = file();
    current.executePrepared("begin", "BEGIN IMMEDIATE");
    try {
      var result = action.get();
      current.executePrepared("commit", "COMMIT");
      return result;
    } catch (RuntimeException e) {
      try {
        current.execute("roll back", "ROLLBACK");
      } catch (StorageException again) {
        e.addSuppressed(again);
      }
      throw e;
    }
  }

  private PreparedStatement bound(String sql, @Nullable Object[] parameters) throws SQLException {
    var statement = file().prepared(sql);
    for (var i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }

  private static List<Row> read(ResultSet rows) throws SQLException {
    var columns = rows.getMetaData();
    var result = new ArrayList<Row>();
    while (rows.next()) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      for (var i = 1; i <= columns.getColumnCount(); i++) {
        values.put(columns.getColumnName(i), rows.getObject(i));
      }
      result.add(new Row(values));
    }
    return result;
  }

  @Override
  public synchronized void close() {
    if (file != null) {
      file.close();
      file = null;
    }
  }
}
