package dev.durascope.runtime.storage.model;

import dev.durascope.runtime.storage.DeleteAllScope;
import dev.durascope.runtime.storage.ListOptions;
import dev.durascope.runtime.storage.NamespaceStorage;
import dev.durascope.runtime.storage.ObjectStore;
import dev.durascope.runtime.storage.Savepoint;
import dev.durascope.runtime.storage.ScheduledAlarm;
import dev.durascope.runtime.storage.SqlCursor;
import dev.durascope.runtime.storage.SqlException;
import dev.durascope.runtime.storage.StorageInspector;
import dev.durascope.runtime.storage.StoredEntry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A store, as a program of steps sees it. */
final class StoreMachine implements Machine {
  private static final String ID = "0123456789abcdef".repeat(4);
  private static final String NAME = "lobby";

  private final Backend backend;
  private final UnaryOperator<ObjectStore> fault;
  private final Deque<Savepoint> savepoints = new ArrayDeque<>();
  private final Deque<SqlCursor> unread = new ArrayDeque<>();
  private NamespaceStorage namespace;
  private ObjectStore store;

  /**
   * @param fault what is wrong with the store, when a test wants that found
   */
  StoreMachine(Backend backend, UnaryOperator<ObjectStore> fault) {
    this.backend = backend;
    this.fault = fault;
    this.namespace = backend.open();
    this.store = fault.apply(namespace.open(ID, NAME));
  }

  @Override
  public String get(String key) {
    return store.get(key).map(StoredText::describe).orElse(NOTHING);
  }

  @Override
  public String getAll(List<String> keys) {
    return entries(store.getAll(keys));
  }

  @Override
  public String list(ListOptions options) {
    return entries(store.list(options));
  }

  private static String entries(List<StoredEntry> entries) {
    return entries.stream()
        .map(entry -> Listing.quoted(entry.key()) + "=" + StoredText.describe(entry.value()))
        .collect(Collectors.joining(" "));
  }

  @Override
  public String put(String key, StoredText value) {
    store.put(key, value.bytes());
    return DONE;
  }

  @Override
  public String delete(String key) {
    return String.valueOf(store.delete(key));
  }

  @Override
  public String deleteAll(DeleteAllScope scope) {
    try {
      return String.valueOf(store.deleteAll(scope));
    } catch (IllegalStateException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Override
  public String alarm() {
    var alarm = store.alarm();
    return alarm.isPresent() ? String.valueOf(alarm.getAsLong()) : NOTHING;
  }

  @Override
  public String setAlarm(long millis) {
    store.setAlarm(millis);
    return DONE;
  }

  @Override
  public String deleteAlarm() {
    store.deleteAlarm();
    return DONE;
  }

  @Override
  public String begin() {
    savepoints.push(store.savepoint());
    return DONE;
  }

  @Override
  public String release() {
    if (!savepoints.isEmpty()) {
      savepoints.pop().release();
    }
    return DONE;
  }

  @Override
  public String undo() {
    if (!savepoints.isEmpty()) {
      savepoints.pop().rollback();
    }
    return DONE;
  }

  @Override
  public String commit() {
    store.commit();
    return savepoints.isEmpty() && store.hasPendingWrites() ? "still pending" : DONE;
  }

  @Override
  public String rollback() {
    store.rollback();
    savepoints.clear();
    return store.hasPendingWrites() ? "still pending" : DONE;
  }

  @Override
  public String crash(Crash how) {
    if (how == Crash.DEAD_IN_COMMIT && !backend.outlivesTheProcess()) {
      store.commit();
    }
    var dies = how != Crash.DROPPED && backend.outlivesTheProcess();
    if (dies) {
      die(how);
    }
    savepoints.clear();
    unread.clear();
    store.close();
    if (dies) {
      namespace.close();
      namespace = backend.open();
    }
    store = fault.apply(namespace.open(ID, NAME));
    return DONE;
  }

  private void die(Crash how) {
    var dead = new AtomicBoolean();
    if (how == Crash.DEAD_IN_COMMIT) {
      namespace
          .alarms()
          .onChange(
              () -> {
                if (dead.compareAndSet(false, true)) {
                  backend.die();
                }
              });
      store.commit();
    }
    if (dead.compareAndSet(false, true)) {
      backend.die();
    }
  }

  @Override
  public String createTable(String table) {
    return sql("CREATE TABLE IF NOT EXISTS " + table + "(k INTEGER PRIMARY KEY, v TEXT)");
  }

  /** A table cannot go while anything is still being read, as SQLite has it. */
  @Override
  public String dropTable(String table) {
    while (!unread.isEmpty()) {
      readToTheEnd(unread.pop());
    }
    return sql("DROP TABLE IF EXISTS " + table);
  }

  private static void readToTheEnd(SqlCursor cursor) {
    try {
      while (cursor.next() != null) {
        // What is read after a change is anybody's guess.
      }
    } catch (SqlException e) {
      // A rollback or deleteAll() has ended it already.
    }
  }

  @Override
  public String insert(String table, int key, String text) {
    return sql("INSERT OR REPLACE INTO " + table + " VALUES (?, ?)", (double) key, text);
  }

  @Override
  public String update(String table, int from, String text) {
    return sql("UPDATE " + table + " SET v = ? WHERE k >= ?", text, (double) from);
  }

  @Override
  public String remove(String table, int key) {
    return sql("DELETE FROM " + table + " WHERE k = ?", (double) key);
  }

  private String sql(String text, Object... values) {
    return unlessRefused(
        () -> {
          store.sql().execute(text, List.of(values));
          return DONE;
        });
  }

  private static String unlessRefused(Supplier<String> action) {
    try {
      return action.get();
    } catch (SqlException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Override
  public String rows(String table) {
    return unlessRefused(
        () -> {
          var cursor = select(table);
          return Stream.<@Nullable Object @Nullable []>generate(cursor::next)
              .takeWhile(row -> row != null)
              .map(StoreMachine::row)
              .collect(Collectors.joining(" "));
        });
  }

  @Override
  public String glance(String table) {
    return unlessRefused(
        () -> {
          var cursor = select(table);
          unread.push(cursor);
          var row = cursor.next();
          return row == null ? NOTHING : row(row);
        });
  }

  private SqlCursor select(String table) {
    return store.sql().execute("SELECT k, v FROM " + table + " ORDER BY k", List.of());
  }

  private static String row(@Nullable Object[] row) {
    return row[0] instanceof Double key ? key.intValue() + "=" + row[1] : "strange key " + row[0];
  }

  @Override
  public String committed() {
    var all = new StorageInspector.KeyQuery("", null, StorageInspector.MAX_PAGE);
    return entries(namespace.inspector().entries(ID, all).items());
  }

  @Override
  public String wakeTime() {
    return namespace.alarms().all().stream()
        .map(ScheduledAlarm::epochMillis)
        .map(String::valueOf)
        .reduce((one, other) -> "several alarms")
        .orElse(NOTHING);
  }

  @Override
  public void close() {
    store.close();
    namespace.close();
    backend.close();
  }
}
