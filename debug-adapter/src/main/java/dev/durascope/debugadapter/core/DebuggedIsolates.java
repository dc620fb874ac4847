package dev.durascope.debugadapter.core;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The isolates that live, by the numbers that the user knows their threads by. Any thread. */
final class DebuggedIsolates {

  private final Map<Integer, DebuggedIsolate> byId = new ConcurrentHashMap<>();

  /** Whether it is a new one. */
  boolean add(DebuggedIsolate isolate) {
    return byId.putIfAbsent(isolate.id(), isolate) == null;
  }

  Optional<DebuggedIsolate> remove(int id) {
    return Optional.ofNullable(byId.remove(id));
  }

  /** Those that live at any time. */
  Collection<DebuggedIsolate> all() {
    return byId.values();
  }

  @Nullable DebuggedIsolate find(int id) {
    return byId.get(id);
  }

  DebuggedIsolate get(int id) throws DebuggerException {
    var isolate = byId.get(id);
    if (isolate == null) {
      throw new DebuggerException("There is no thread " + id + ": it may have ended.");
    }
    return isolate;
  }

  /** The pause in which an isolate is. */
  Pause paused(int id) throws DebuggerException {
    var pause = get(id).pause();
    if (pause == null) {
      throw new NotPausedException();
    }
    return pause;
  }
}
