package dev.durascope.runtime.storage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code metadata.sqlite} of a class, with the table {@code _cf_ALARM}.
 *
 * <p>Versions of workerd before mid-2026 had no column {@code actor_name} and fail on a table that
 * has one; newer ones add it where it is missing. So a table found without it is used without it.
 *
 * <p>One connection for all threads, hence synchronized; a change takes some microseconds.
 */
final class SqliteAlarmIndex implements AlarmIndex, AutoCloseable {

  static final String FILE_NAME = "metadata.sqlite";

  /** To the letter as workerd makes it: SQLite keeps this text as the schema. */
  static final String CREATE =
      """
      CREATE TABLE IF NOT EXISTS _cf_ALARM (
            actor_id TEXT PRIMARY KEY,
            scheduled_time INTEGER,
            actor_name TEXT
          ) WITHOUT ROWID\
      """;

  private static final String SELECT = "SELECT actor_id, scheduled_time, ";
  private static final String UP_TO =
      " FROM _cf_ALARM WHERE scheduled_time <= ? ORDER BY scheduled_time, actor_id LIMIT ?";
  private static final String SET =
      "INSERT INTO _cf_ALARM (actor_id, scheduled_time) VALUES (?, ?)"
          + " ON CONFLICT DO UPDATE SET scheduled_time = excluded.scheduled_time";

  /** An object opened by its id alone does not know its name: a name known before stays. */
  private static final String SET_WITH_NAME =
      "INSERT INTO _cf_ALARM (actor_id, scheduled_time, actor_name) VALUES (?, ?, ?)"
          + " ON CONFLICT DO UPDATE SET scheduled_time = excluded.scheduled_time,"
          + " actor_name = coalesce(excluded.actor_name, actor_name)";

  private static final String DELETE = "DELETE FROM _cf_ALARM WHERE actor_id = ?";

  /** An open file, and whether its table knows names. */
  private record Open(SqliteFile file, boolean hasNames) {

    String select() {
      return SELECT + (hasNames ? "actor_name" : "NULL") + UP_TO;
    }

    String insert() {
      return hasNames ? SET_WITH_NAME : SET;
    }
  }

  private final Path path;
  private final SqliteFile.Limits limits;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private @Nullable Open open;
  private boolean closed;

  SqliteAlarmIndex(Path folder, SqliteFile.Limits limits) {
    this.path = folder.resolve(FILE_NAME);
    this.limits = limits;
  }

  @Override
  public List<ScheduledAlarm> all() {
    return upTo(Long.MAX_VALUE, Integer.MAX_VALUE);
  }

  @Override
  public List<ScheduledAlarm> due(long epochMillis) {
    return upTo(MetadataTable.toNanos(epochMillis), Integer.MAX_VALUE);
  }

  @Override
  public Optional<ScheduledAlarm> next() {
    return upTo(Long.MAX_VALUE, 1).stream().findFirst();
  }

  private synchronized List<ScheduledAlarm> upTo(long nanos, int limit) {
    requireOpen();
    if (open == null && !Files.exists(path)) {
      return List.of();
    }
    Open index = open();
    return index.file().attempt("read the alarms", () -> upTo(index, nanos, limit));
  }

  private static List<ScheduledAlarm> upTo(Open index, long nanos, int limit) throws SQLException {
    PreparedStatement query = index.file().prepared(index.select());
    query.setLong(1, nanos);
    query.setInt(2, limit);
    List<ScheduledAlarm> alarms = new ArrayList<>();
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        alarms.add(
            new ScheduledAlarm(
                rows.getString(1), rows.getString(3), MetadataTable.toMillis(rows.getLong(2))));
      }
    }
    return alarms;
  }

  @Override
  public void set(ScheduledAlarm alarm) {
    write(alarm);
    listeners.forEach(Runnable::run);
  }

  private synchronized void write(ScheduledAlarm alarm) {
    requireOpen();
    Open index = open();
    index
        .file()
        .attempt(
            "write an alarm",
            () -> {
              PreparedStatement insert = index.file().prepared(index.insert());
              insert.setString(1, alarm.objectId());
              insert.setLong(2, MetadataTable.toNanos(alarm.epochMillis()));
              if (index.hasNames()) {
                insert.setString(3, alarm.objectName());
              }
              return insert.executeUpdate();
            });
  }

  @Override
  public void remove(String objectId) {
    if (erase(objectId)) {
      listeners.forEach(Runnable::run);
    }
  }

  private synchronized boolean erase(String objectId) {
    requireOpen();
    if (open == null && !Files.exists(path)) {
      return false;
    }
    Open index = open();
    return index
        .file()
        .attempt(
            "remove an alarm",
            () -> {
              PreparedStatement delete = index.file().prepared(DELETE);
              delete.setString(1, objectId);
              return delete.executeUpdate() > 0;
            });
  }

  @Override
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /** All alarms in a file that is open otherwise, the earliest first. */
  static List<ScheduledAlarm> allIn(SqliteFile file) {
    if (!file.hasTable("_cf_ALARM")) {
      return List.of();
    }
    return file.attempt(
        "read the alarms",
        () -> upTo(new Open(file, hasNames(file)), Long.MAX_VALUE, Integer.MAX_VALUE));
  }

  private Open open() {
    Open index = open;
    if (index == null) {
      SqliteFile file = SqliteFile.openOrCreate(path, limits);
      try {
        file.execute("create the table of alarms", CREATE);
        index = new Open(file, hasNames(file));
      } catch (StorageException e) {
        file.close();
        throw e;
      }
      open = index;
    }
    return index;
  }

  private static boolean hasNames(SqliteFile file) {
    return file.attempt(
        "read the schema",
        () -> {
          PreparedStatement query =
              file.prepared(
                  "SELECT 1 FROM pragma_table_info('_cf_ALARM') WHERE name = 'actor_name'");
          try (ResultSet rows = query.executeQuery()) {
            return rows.next();
          }
        });
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the alarms in " + path + " are closed");
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (open != null) {
      open.file().close();
      open = null;
    }
  }
}
