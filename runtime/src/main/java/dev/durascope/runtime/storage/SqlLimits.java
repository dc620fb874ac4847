package dev.durascope.runtime.storage;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;

/**
 * How far SQL may go, as the platform has it.
 *
 * @see <a
 *     href="https://developers.cloudflare.com/durable-objects/platform/limits/#sql-storage-limits">SQL
 *     storage limits</a>
 */
final class SqlLimits {
  private static final Map<SQLiteLimits, Integer> LIMITS =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(SQLiteLimits.SQLITE_LIMIT_LENGTH, 4 * 1024 * 1024),
              Map.entry(SQLiteLimits.SQLITE_LIMIT_SQL_LENGTH, 100_000),
              Map.entry(SQLiteLimits.SQLITE_LIMIT_COLUMN, 100),
              Map.entry(SQLiteLimits.SQLITE_LIMIT_EXPR_DEPTH, 100),
              Map.entry(SQLiteLimits.SQLITE_LIMIT_COMPOUND_SELECT, 5),
              Map.entry(SQLiteLimits.SQLITE_LIMIT_VDBE_OP, 25_000),
              Map.entry(SQLiteLimits.SQLITE_LIMIT_FUNCTION_ARG, 127),
              Map.entry(SQLiteLimits.SQLITE_LIMIT_ATTACHED, 0),
              Map.entry(SQLiteLimits.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50),
              Map.entry(SQLiteLimits.SQLITE_LIMIT_VARIABLE_NUMBER, 100),
              Map.entry(SQLiteLimits.SQLITE_LIMIT_TRIGGER_DEPTH, 10),
              Map.entry(SQLiteLimits.SQLITE_LIMIT_WORKER_THREADS, 0)));

  private SqlLimits() {}

  /** Sets the limits, and has foreign keys enforced. */
  static void set(SQLiteConnection connection) throws SQLException {
    for (var limit : LIMITS.entrySet()) {
      connection.setLimit(limit.getKey(), limit.getValue());
    }
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA foreign_keys=ON");
    }
  }
}
