package dev.durascope.runtime.worker;

import dev.durascope.runtime.durable.DurableObject;
import dev.durascope.runtime.script.Isolate;
import dev.durascope.runtime.storage.ListOptions;
import dev.durascope.runtime.storage.ObjectStore;
import dev.durascope.runtime.storage.SqlCursor;
import dev.durascope.runtime.storage.SqlSession;
import dev.durascope.runtime.storage.StoredEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells a debugger what an object's code does with storage, where one watches it. What was there
 * before a write is read only then: without a watch, an access costs the look at a field.
 *
 * <p>On the isolate's thread only.
 */
final class StorageReports {
  /** Tables with more rows are not compared before and after a statement. */
  static final int MAX_COMPARED_ROWS = 1_000;

  private final DebugHooks hooks;
  private final Supplier<Isolate> isolate;
  private final DurableObject object;
  private final ObjectStore store;

  StorageReports(
      DebugHooks hooks, Supplier<Isolate> isolate, DurableObject object, ObjectStore store) {
    this.hooks = hooks;
    this.isolate = isolate;
    this.object = object;
    this.store = store;
  }

  /** Who watches this object's storage; null for nobody. */
  private @Nullable StorageHook hook() {
    var hook = hooks.storage();
    return hook != null && hook.watches(object) ? hook : null;
  }

  private void tell(StorageHook hook, List<StorageAccess> accesses) {
    if (!accesses.isEmpty()) {
      hook.accessed(isolate.get(), object, accesses);
    }
  }

  /** One key was read. */
  void read(String operation, String key, byte @Nullable [] value) {
    var hook = hook();
    if (hook != null && hook.watchesKey(object, key)) {
      tell(hook, List.of(new StorageAccess.OfKey(operation, false, key, value, value)));
    }
  }

  /** Entries were read. */
  void read(String operation, List<StoredEntry> entries) {
    var hook = hook();
    if (hook == null) {
      return;
    }
    var accesses = new ArrayList<StorageAccess>();
    for (var entry : entries) {
      if (hook.watchesKey(object, entry.key())) {
        accesses.add(
            new StorageAccess.OfKey(operation, false, entry.key(), entry.value(), entry.value()));
      }
    }
    tell(hook, accesses);
  }

  /** Runs what writes some keys. */
  <T> T write(String operation, Supplier<List<String>> keys, Supplier<T> action) {
    var hook = hook();
    if (hook == null) {
      return action.get();
    }
    var before = new HashMap<String, byte @Nullable []>();
    for (var key : keys.get()) {
      if (hook.watchesKey(object, key)) {
        before.put(key, store.get(key).orElse(null));
      }
    }
    var result = action.get();
    tell(hook, changes(operation, before));
    return result;
  }

  /** Runs what deletes all keys, and perhaps the alarm and the tables. */
  void deleteAll(Runnable action) {
    var hook = hook();
    if (hook == null) {
      action.run();
      return;
    }
    var before = new HashMap<String, byte @Nullable []>();
    for (var entry : store.list(ListOptions.ALL)) {
      if (hook.watchesKey(object, entry.key())) {
        before.put(entry.key(), entry.value());
      }
    }
    var alarm = store.alarm();
    action.run();
    var accesses = changes("deleteAll", before);
    if (hook.watchesAlarm(object) && !alarm.equals(store.alarm())) {
      accesses.add(new StorageAccess.OfAlarm("deleteAll", true, alarm, store.alarm()));
    }
    tell(hook, accesses);
  }

  private List<StorageAccess> changes(String operation, Map<String, byte @Nullable []> before) {
    var accesses = new ArrayList<StorageAccess>();
    before.forEach(
        (key, value) ->
            accesses.add(
                new StorageAccess.OfKey(operation, true, key, value, store.get(key).orElse(null))));
    return accesses;
  }

  /** The alarm was read. */
  void readAlarm(@Nullable Long alarm) {
    var hook = hook();
    if (hook != null && hook.watchesAlarm(object)) {
      var seen = alarm == null ? OptionalLong.empty() : OptionalLong.of(alarm);
      tell(hook, List.of(new StorageAccess.OfAlarm("getAlarm", false, seen, seen)));
    }
  }

  /** Runs what writes the alarm. */
  void writeAlarm(String operation, Runnable action) {
    var hook = hook();
    if (hook == null || !hook.watchesAlarm(object)) {
      action.run();
      return;
    }
    var before = store.alarm();
    action.run();
    tell(hook, List.of(new StorageAccess.OfAlarm(operation, true, before, store.alarm())));
  }

  /** Runs SQL. */
  SqlCursor sql(String text, List<? extends @Nullable Object> values) {
    var hook = hook();
    if (hook == null) {
      return store.sql().execute(text, values);
    }
    var before = new ArrayList<Watched>();
    store
        .sql()
        .tables(text)
        .forEach(
            (table, use) -> {
              if (hook.watchesTable(object, table)) {
                before.add(new Watched(table, use, use.writes() ? content(table) : null));
              }
            });
    var cursor = store.sql().execute(text, values);
    tell(hook, before.stream().map(watched -> access(text, watched)).toList());
    return cursor;
  }

  /**
   * A watched table that a statement uses.
   *
   * @param before its rows; null if they are too many, or not going to change
   */
  private record Watched(String table, SqlSession.TableUse use, @Nullable Content before) {}

  /** The rows of a table. */
  private record Content(List<String> columns, List<List<@Nullable Object>> rows) {}

  private @Nullable Content content(String table) {
    var name = '"' + table.replace("\"", "\"\"") + '"';
    var cursor =
        store
            .sql()
            .execute("SELECT * FROM " + name + " LIMIT " + (MAX_COMPARED_ROWS + 1), List.of());
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var row = cursor.next(); row != null; row = cursor.next()) {
      rows.add(comparable(row));
    }
    return rows.size() > MAX_COMPARED_ROWS ? null : new Content(cursor.columns(), rows);
  }

  /** Bytes become lists of numbers: arrays are compared by identity. */
  private static List<@Nullable Object> comparable(@Nullable Object[] row) {
    var values = new ArrayList<@Nullable Object>();
    for (var value : row) {
      if (value instanceof byte[] bytes) {
        var numbers = new ArrayList<Integer>();
        for (var item : bytes) {
          numbers.add(Byte.toUnsignedInt(item));
        }
        values.add(numbers);
      } else {
        values.add(value);
      }
    }
    return values;
  }

  private StorageAccess access(String statement, Watched watched) {
    var before = watched.before();
    var isWrite = watched.use().writes();
    var after =
        before == null || !store.sql().hasTable(watched.table()) ? null : content(watched.table());
    if (before == null || after == null) {
      var removed = before == null ? List.<List<@Nullable Object>>of() : before.rows();
      return new StorageAccess.OfTable(
          statement,
          isWrite,
          watched.table(),
          before == null ? List.of() : before.columns(),
          removed,
          List.of(),
          !isWrite || before != null);
    }
    var removed = new ArrayList<>(before.rows());
    after.rows().forEach(removed::remove);
    var added = new ArrayList<>(after.rows());
    before.rows().forEach(added::remove);
    return new StorageAccess.OfTable(
        statement, isWrite, watched.table(), after.columns(), removed, added, true);
  }
}
