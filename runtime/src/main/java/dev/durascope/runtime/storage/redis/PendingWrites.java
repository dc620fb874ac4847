package dev.durascope.runtime.storage.redis;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an object has written and the server does not know yet, with an undo log for savepoints. One
 * thread.
 */
final class PendingWrites {
  private NavigableMap<byte[], Optional<byte[]>> entries = empty();
  private final Deque<Runnable> undo = new ArrayDeque<>();
  private boolean cleared;
  private @Nullable OptionalLong alarm;

  private static NavigableMap<byte[], Optional<byte[]>> empty() {
    return new TreeMap<>(Arrays::compareUnsigned);
  }

  /** The entries that were written, empty where they were removed, in the order of keys. */
  NavigableMap<byte[], Optional<byte[]>> entries() {
    return Collections.unmodifiableNavigableMap(entries);
  }

  /** Whether all that the server has is to go. */
  boolean isCleared() {
    return cleared;
  }

  /** The alarm that was set, or that none is to be; null if neither. */
  @Nullable OptionalLong alarm() {
    return alarm;
  }

  /** Writes an entry; empty removes it. */
  void set(byte[] key, Optional<byte[]> value) {
    var target = entries;
    var former = target.put(key, value);
    undo.push(
        () -> {
          if (former == null) {
            target.remove(key);
          } else {
            target.put(key, former);
          }
        });
  }

  /** Removes all entries. */
  void clear() {
    var formerEntries = entries;
    var formerCleared = cleared;
    entries = empty();
    cleared = true;
    undo.push(
        () -> {
          entries = formerEntries;
          cleared = formerCleared;
        });
  }

  void setAlarm(OptionalLong time) {
    var former = alarm;
    alarm = time;
    undo.push(() -> alarm = former);
  }

  /** A mark for {@link #undoTo}. */
  int mark() {
    return undo.size();
  }

  void undoTo(int mark) {
    while (undo.size() > mark) {
      undo.pop().run();
    }
  }

  /** Forgets everything: it is with the server now, or given up. */
  void forget() {
    entries = empty();
    undo.clear();
    cleared = false;
    alarm = null;
  }
}
