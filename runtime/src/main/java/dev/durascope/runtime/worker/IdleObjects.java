package dev.durascope.runtime.worker;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The objects of the process that are in memory, could hibernate, and wait for the time to do so.
 * An object in memory is an isolate with a thread, half a MiB in all, so when many are used one
 * after the other the one that has been idle for longest makes room before its time. Usable on any
 * thread.
 */
public final class IdleObjects {
  /** How many wait for their time: more than a person works with, and some 130 MiB. */
  static final int MAX_IDLE = 256;

  // By the time since which they have been idle.
  private final Map<Object, Runnable> idle = new LinkedHashMap<>();

  /**
   * An object is idle.
   *
   * @param makeRoom asks it to hibernate now; hands over to the object's thread
   */
  void enter(Object object, Runnable makeRoom) {
    var leaver = add(object, makeRoom);
    if (leaver != null) {
      leaver.run();
    }
  }

  private synchronized @Nullable Runnable add(Object object, Runnable makeRoom) {
    idle.put(object, makeRoom);
    if (idle.size() <= MAX_IDLE) {
      return null;
    }
    var eldest = idle.entrySet().iterator().next();
    idle.remove(eldest.getKey());
    return eldest.getValue();
  }

  /** It is idle no more, or gone. */
  synchronized void leave(Object object) {
    idle.remove(object);
  }
}
