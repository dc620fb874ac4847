package dev.durascope.runtime.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a query, each computed when it is asked for, and one ahead: when the last row is
 * taken, the statement is over and free for others.
 *
 * <p>What writes has run as a whole before there is a cursor: its rows are kept here, so that no
 * half-done write is in the way of a commit.
 */
public final class SqlCursor {
  private static final String DELETED =
      "SQLite query was canceled because the database was deleted.";

  private final SqlSession session;
  private final PreparedSql prepared;
  private final List<String> columns;
  private final Deque<@Nullable Object[]> kept = new ArrayDeque<>();
  private @Nullable ResultSet rows;
  private boolean deleted;
  private long rowsRead;
  private long changes;

  SqlCursor(SqlSession session, PreparedSql prepared, List<? extends @Nullable Object> values)
      throws SQLException {
    this.session = session;
    this.prepared = prepared;
    var before = prepared.writes() ? session.totalChanges() : 0;
    var result = prepared.run(values);
    if (result == null) {
      columns = List.of();
      prepared.reset();
    } else {
      columns = PreparedSql.columns(result);
      rows = result;
      step();
      if (prepared.writes()) {
        while (rows != null) {
          kept.add(prepared.row(rows, columns.size()));
          step();
        }
      }
    }
    changes = prepared.writes() ? session.totalChanges() - before : 0;
  }

  /** The names of the columns, of which two may be the same. */
  public List<String> columns() {
    return columns;
  }

  /** Whether no row is left. */
  public boolean isDone() {
    return rows == null && kept.isEmpty() && !deleted;
  }

  /** Takes the next row: null, String, Double or byte[] for each column; null if there is none. */
  public @Nullable Object @Nullable [] next() {
    if (deleted) {
      throw new SqlException(DELETED);
    }
    if (!kept.isEmpty()) {
      return kept.remove();
    }
    if (rows == null) {
      return null;
    }
    try {
      var row = prepared.row(rows, columns.size());
      step();
      return row;
    } catch (SQLException e) {
      close();
      throw session.failure(e, prepared.statement());
    }
  }

  private void step() throws SQLException {
    if (rows != null && rows.next()) {
      rowsRead++;
    } else {
      close();
    }
  }

  /** How many rows were read so far: those that this cursor went over. */
  public long rowsRead() {
    return prepared.readsTables() ? rowsRead : 0;
  }

  /** How many rows of tables and indexes were written. */
  public long rowsWritten() {
    return changes == 0 ? 0 : changes * session.writesPerChange(prepared);
  }

  /** Lets the statement go. */
  void close() {
    if (rows != null) {
      prepared.reset();
      rows = null;
      session.finished(prepared);
    }
  }

  /** The tables are gone under it. */
  void databaseDeleted() {
    if (rows != null) {
      close();
      deleted = true;
    }
  }
}
