package dev.durascope.runtime.storage;

import dev.durascope.runtime.storage.sql.SqlStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.core.CoreStatement;

/**
 * A statement that SQLite has compiled. SQLite runs one instance at a time, so one that a cursor
 * still reads is not available to anybody else.
 */
final class PreparedSql {
  /** SQLITE_NULL, the type of a column's value. */
  private static final int NULL = 5;

  private final SqlStatement statement;
  private final PreparedStatement compiled;
  private final int parameters;
  private final boolean writes;
  private final boolean readsTables;
  private boolean running;
  private @Nullable ResultSet rows;

  /** How many rows of tables and indexes one changed row stands for; negative if unknown yet. */
  private int writesPerChange = -1;

  PreparedSql(SqlStatement statement, PreparedStatement compiled) throws SQLException {
    this.statement = statement;
    this.compiled = compiled;
    this.parameters = compiled.getParameterMetaData().getParameterCount();
    this.writes = statement.mayWrite();
    this.readsTables = !writes && statement.tokens().stream().anyMatch(token -> token.is("FROM"));
  }

  SqlStatement statement() {
    return statement;
  }

  int parameters() {
    return parameters;
  }

  /** Whether it may change the database. */
  boolean writes() {
    return writes;
  }

  /** Whether its rows come from tables, and not from what it says itself. */
  boolean readsTables() {
    return readsTables;
  }

  boolean isRunning() {
    return running;
  }

  int writesPerChange() {
    return writesPerChange;
  }

  void writesPerChange(int value) {
    writesPerChange = value;
  }

  /** Takes the first step; null if the statement has no columns. */
  @Nullable ResultSet run(List<? extends @Nullable Object> values) throws SQLException {
    running = true;
    for (int i = 0; i < values.size(); i++) {
      bind(i + 1, values.get(i));
    }
    rows = compiled.execute() ? compiled.getResultSet() : null;
    return rows;
  }

  private void bind(int index, @Nullable Object value) throws SQLException {
    if (value == null) {
      compiled.setNull(index, Types.NULL);
    } else if (value instanceof String text) {
      compiled.setString(index, text);
    } else if (value instanceof byte[] bytes) {
      compiled.setBytes(index, bytes);
    } else if (value instanceof Double number) {
      compiled.setDouble(index, number);
    } else {
      throw new IllegalArgumentException("no value of SQL: " + value.getClass());
    }
  }

  static List<String> columns(ResultSet rows) throws SQLException {
    var described = rows.getMetaData();
    var names = new ArrayList<String>();
    for (int i = 1; i <= described.getColumnCount(); i++) {
      names.add(described.getColumnLabel(i));
    }
    return names;
  }

  /** The values of the current row: null, String, Double, byte[]. */
  @Nullable Object[] row(ResultSet rows, int columns) throws SQLException {
    var values = new @Nullable Object[columns];
    for (int i = 0; i < columns; i++) {
      var value = rows.getObject(i + 1);
      if (value == null) {
        values[i] = isNull(i) ? null : new byte[0];
      } else if (value instanceof Number number) {
        values[i] = number.doubleValue();
      } else {
        values[i] = value;
      }
    }
    return values;
  }

  /** The driver gives null for a blob of no bytes as well. */
  private boolean isNull(int column) throws SQLException {
    var pointer = ((CoreStatement) compiled).pointer;
    return pointer.safeRunInt((database, at) -> database.column_type(at, column)) == NULL;
  }

  /** The run is over; the statement can be run again. */
  void reset() {
    running = false;
    var read = rows;
    rows = null;
    try {
      if (read != null) {
        read.close();
      }
      compiled.clearParameters();
    } catch (SQLException e) {
      // What went wrong in the run is said again at its end.
    }
  }

  void close() {
    try {
      compiled.close();
    } catch (SQLException e) {
      // As with reset().
    }
  }
}
