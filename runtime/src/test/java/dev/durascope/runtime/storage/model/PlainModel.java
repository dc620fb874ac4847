package dev.durascope.runtime.storage.model;

import dev.durascope.runtime.storage.DeleteAllScope;
import dev.durascope.runtime.storage.ListOptions;
import dev.durascope.runtime.text.Utf8;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an object's storage is to be, in the simplest words: a transaction is a whole copy of all
 * there is, and a commit is another one. Slow, and easily seen to be right.
 */
final class PlainModel implements Machine {
  private static final Comparator<String> BY_UTF8 =
      (a, b) -> Arrays.compareUnsigned(Utf8.encode(a), Utf8.encode(b));

  /** The latest alarm there is: what fits into nanoseconds. */
  private static final long LATEST_ALARM = Long.MAX_VALUE / 1_000_000;

  /** All that an object has stored. */
  private record State(
      NavigableMap<String, StoredText> entries,
      OptionalLong alarm,
      NavigableMap<String, NavigableMap<Integer, String>> tables) {
    static State empty() {
      return new State(new TreeMap<>(BY_UTF8), OptionalLong.empty(), new TreeMap<>());
    }

    State copy() {
      var copiedTables = new TreeMap<String, NavigableMap<Integer, String>>();
      tables.forEach((name, rows) -> copiedTables.put(name, new TreeMap<>(rows)));
      return new State(new TreeMap<>(entries), alarm, copiedTables);
    }

    State withAlarm(OptionalLong other) {
      return new State(entries, other, tables);
    }
  }

  private State committed = State.empty();
  private State current = State.empty();
  private final Deque<State> before = new ArrayDeque<>();

  /** What the index of alarms says; after a death in between, it may be too early. */
  private OptionalLong index = OptionalLong.empty();

  private final boolean processDies;

  /**
   * @param processDies whether a process can die within a commit, and leave the index changed and
   *     the object not; where that cannot be, the commit is whole
   */
  PlainModel(boolean processDies) {
    this.processDies = processDies;
  }

  @Override
  public String get(String key) {
    var value = current.entries().get(key);
    return value == null ? NOTHING : value.toString();
  }

  @Override
  public String getAll(List<String> keys) {
    var distinct = new TreeSet<>(BY_UTF8);
    distinct.addAll(keys);
    return entries(distinct.stream().filter(current.entries()::containsKey), current);
  }

  @Override
  public String list(ListOptions options) {
    var ordered =
        switch (options.order()) {
          case FORWARD -> current.entries();
          case REVERSE -> current.entries().descendingMap();
        };
    var selected =
        ordered.keySet().stream()
            .filter(key -> options.start() == null || BY_UTF8.compare(key, options.start()) >= 0)
            .filter(
                key ->
                    options.startAfter() == null || BY_UTF8.compare(key, options.startAfter()) > 0)
            .filter(key -> options.end() == null || BY_UTF8.compare(key, options.end()) < 0)
            .filter(key -> options.prefix() == null || key.startsWith(options.prefix()))
            .limit(options.limit());
    return entries(selected, current);
  }

  private static String entries(Stream<String> keys, State state) {
    return keys.map(key -> Listing.quoted(key) + "=" + state.entries().get(key))
        .collect(Collectors.joining(" "));
  }

  @Override
  public String put(String key, StoredText value) {
    current.entries().put(key, value);
    return DONE;
  }

  @Override
  public String delete(String key) {
    return String.valueOf(current.entries().remove(key) != null);
  }

  @Override
  public String deleteAll(DeleteAllScope scope) {
    if (!before.isEmpty()) {
      return "Cannot call deleteAll() within a transaction";
    }
    var count = current.entries().size();
    var alarm = current.alarm();
    current = State.empty();
    if (scope == DeleteAllScope.CONTENT) {
      current = current.withAlarm(alarm);
    }
    return String.valueOf(count);
  }

  @Override
  public String alarm() {
    return text(current.alarm());
  }

  private static String text(OptionalLong alarm) {
    return alarm.isPresent() ? String.valueOf(alarm.getAsLong()) : NOTHING;
  }

  @Override
  public String setAlarm(long millis) {
    current = current.withAlarm(OptionalLong.of(Math.min(millis, LATEST_ALARM)));
    return DONE;
  }

  @Override
  public String deleteAlarm() {
    current = current.withAlarm(OptionalLong.empty());
    return DONE;
  }

  @Override
  public String begin() {
    before.push(current.copy());
    return DONE;
  }

  @Override
  public String release() {
    before.poll();
    return DONE;
  }

  @Override
  public String undo() {
    if (!before.isEmpty()) {
      current = before.pop();
    }
    return DONE;
  }

  @Override
  public String commit() {
    if (before.isEmpty()) {
      if (!current.alarm().equals(committed.alarm())) {
        index = current.alarm();
      }
      committed = current.copy();
    }
    return DONE;
  }

  @Override
  public String rollback() {
    before.clear();
    current = committed.copy();
    return DONE;
  }

  @Override
  public String crash(Crash how) {
    if (how == Crash.DEAD_IN_COMMIT && before.isEmpty()) {
      var alarm = current.alarm();
      var earlier =
          alarm.isPresent() && alarm.getAsLong() < committed.alarm().orElse(Long.MAX_VALUE);
      if (earlier && processDies) {
        index = alarm; // is written first; the object's own writes are not
      } else {
        commit();
      }
    }
    return rollback();
  }

  @Override
  public String createTable(String table) {
    current.tables().computeIfAbsent(table, name -> new TreeMap<>());
    return DONE;
  }

  @Override
  public String dropTable(String table) {
    current.tables().remove(table);
    return DONE;
  }

  @Override
  public String insert(String table, int key, String text) {
    return change(table, rows -> rows.put(key, text));
  }

  @Override
  public String update(String table, int from, String text) {
    return change(table, rows -> rows.tailMap(from, true).replaceAll((key, old) -> text));
  }

  @Override
  public String remove(String table, int key) {
    return change(table, rows -> rows.remove(key));
  }

  private String change(String table, Consumer<NavigableMap<Integer, String>> action) {
    var rows = current.tables().get(table);
    if (rows == null) {
      return noTable(table);
    }
    action.accept(rows);
    return DONE;
  }

  private static String noTable(String table) {
    return "no such table: " + table + ": SQLITE_ERROR";
  }

  @Override
  public String rows(String table) {
    var rows = current.tables().get(table);
    return rows == null
        ? noTable(table)
        : rows.entrySet().stream().map(PlainModel::row).collect(Collectors.joining(" "));
  }

  @Override
  public String glance(String table) {
    var rows = current.tables().get(table);
    if (rows == null) {
      return noTable(table);
    }
    return rows.isEmpty() ? NOTHING : row(rows.firstEntry());
  }

  private static String row(Map.Entry<Integer, String> row) {
    return row.getKey() + "=" + row.getValue();
  }

  @Override
  public String committed() {
    return entries(committed.entries().keySet().stream(), committed);
  }

  @Override
  public String wakeTime() {
    return text(index);
  }

  @Override
  public void close() {
    // Holds nothing.
  }
}
