package dev.durascope.runtime.storage;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one object keeps in memory, which outlives the object's instances.
 *
 * <p>Held twice: as the object sees it, pending writes included, and as last committed, for the
 * inspector. A commit carries over the keys that were touched; a rollback runs the undo log
 * backwards. One lock guards all of it, so the object's thread and the inspector's may meet here.
 */
final class MemoryObject {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition settled = lock.newCondition();

  private final NavigableMap<byte[], byte[]> live = new TreeMap<>(Arrays::compareUnsigned);
  private final NavigableMap<byte[], byte[]> committed = new TreeMap<>(Arrays::compareUnsigned);
  private final NavigableSet<byte[]> touched = new TreeSet<>(Arrays::compareUnsigned);
  private final Deque<Runnable> undo = new ArrayDeque<>();
  private OptionalLong liveAlarm = OptionalLong.empty();
  private OptionalLong committedAlarm = OptionalLong.empty();
  private boolean pending;
  private @Nullable String name;
  private @Nullable SqliteFile tables;
  private boolean hasReservedTable;

  /** Runs {@code action} with nobody else looking. */
  <T> T locked(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }

  /** The tables that the object makes by SQL, in a database of their own. */
  SqliteFile tables() {
    SqliteFile file = tables;
    if (file == null) {
      file = SqliteFile.inMemory();
      tables = file;
    }
    if (!hasReservedTable && !live.isEmpty()) {
      // Empty, but SQL says the same to whoever names it as it says on disk.
      file.execute("create the table of keys", KeyValueTable.CREATE);
      hasReservedTable = true;
    }
    return file;
  }

  /** Takes what is kept elsewhere here out of a database that has come from a file. */
  void keepTablesOnly() {
    for (String own : List.of(KeyValueTable.NAME, MetadataTable.NAME, NameTable.NAME)) {
      tables().execute("take over", "DROP TABLE IF EXISTS " + own);
    }
    forgetTables();
  }

  /** To be called when tables may have ceased to exist. */
  void forgetTables() {
    hasReservedTable = false;
  }

  /** Whether there are such tables, or were. */
  boolean hasTables() {
    return tables != null;
  }

  /** Lets go of those tables. */
  void close() {
    if (tables != null) {
      tables.close();
    }
  }

  /** Another object that has what is committed here. */
  MemoryObject copy() {
    return locked(
        () -> {
          var copy = new MemoryObject();
          copy.live.putAll(committed);
          copy.committed.putAll(committed);
          if (tables != null) {
            copy.tables = tables.copyInMemory();
          }
          return copy;
        });
  }

  /**
   * Runs an edit from outside, as soon as no transaction is pending; says false if that takes too
   * long.
   */
  boolean edit(Duration patience, Runnable action) {
    lock.lock();
    try {
      long left = patience.toNanos();
      while (pending) {
        if (left <= 0) {
          return false;
        }
        left = settled.awaitNanos(left);
      }
      action.run();
      commit();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  byte @Nullable [] get(byte[] key) {
    return live.get(key);
  }

  byte @Nullable [] getCommitted(byte[] key) {
    return committed.get(key);
  }

  /** Stores a value, or removes the key when {@code value} is null; returns the former value. */
  byte @Nullable [] set(byte[] key, byte @Nullable [] value) {
    byte[] former = replace(key, value);
    pending = true;
    touched.add(key);
    undo.push(() -> replace(key, former));
    return former;
  }

  private byte @Nullable [] replace(byte[] key, byte @Nullable [] value) {
    return value == null ? live.remove(key) : live.put(key, value);
  }

  OptionalLong alarm() {
    return liveAlarm;
  }

  OptionalLong committedAlarm() {
    return committedAlarm;
  }

  void setAlarm(OptionalLong alarm) {
    OptionalLong former = liveAlarm;
    liveAlarm = alarm;
    pending = true;
    undo.push(() -> liveAlarm = former);
  }

  int clear() {
    List<byte[]> keys = List.copyOf(live.keySet());
    pending = true;
    keys.forEach(key -> set(key, null));
    return keys.size();
  }

  List<Map.Entry<byte[], byte[]>> list(KeyRange range, ListOptions options) {
    return list(live, range, options);
  }

  List<Map.Entry<byte[], byte[]>> listCommitted(KeyRange range, ListOptions options) {
    return list(committed, range, options);
  }

  private static List<Map.Entry<byte[], byte[]>> list(
      NavigableMap<byte[], byte[]> map, KeyRange range, ListOptions options) {
    byte[] end = range.end();
    NavigableMap<byte[], byte[]> selected =
        end == null
            ? map.tailMap(range.begin(), true)
            : map.subMap(range.begin(), true, end, false);
    NavigableMap<byte[], byte[]> ordered =
        switch (options.order()) {
          case FORWARD -> selected;
          case REVERSE -> selected.descendingMap();
        };
    List<Map.Entry<byte[], byte[]>> entries = new ArrayList<>();
    for (Map.Entry<byte[], byte[]> entry : ordered.entrySet()) {
      if (entries.size() == options.limit()) {
        break;
      }
      entries.add(Map.entry(entry.getKey(), entry.getValue()));
    }
    return entries;
  }

  boolean isPending() {
    return pending;
  }

  /** Returns a mark in the undo log, for {@link #undoTo}. */
  int mark() {
    return undo.size();
  }

  void undoTo(int mark) {
    while (undo.size() > mark) {
      undo.pop().run();
    }
  }

  void commit() {
    for (byte[] key : touched) {
      byte[] value = live.get(key);
      if (value == null) {
        committed.remove(key);
      } else {
        committed.put(key, value);
      }
    }
    committedAlarm = liveAlarm;
    settle();
  }

  void rollback() {
    undoTo(0);
    settle();
  }

  private void settle() {
    touched.clear();
    undo.clear();
    pending = false;
    settled.signalAll();
  }

  @Nullable String name() {
    return name;
  }

  void learnName(@Nullable String known) {
    if (known != null) {
      name = known;
    }
  }

  boolean isEmpty() {
    return committed.isEmpty() && committedAlarm.isEmpty();
  }

  long bytes() {
    long bytes = 0;
    for (Map.Entry<byte[], byte[]> entry : committed.entrySet()) {
      bytes += entry.getKey().length + entry.getValue().length;
    }
    return bytes;
  }
}
