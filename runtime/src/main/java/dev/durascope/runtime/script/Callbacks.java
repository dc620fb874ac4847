package dev.durascope.runtime.script;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.Value;

/**
 * The JavaScript functions that Java was given and may still call. Whoever waits for an outcome has
 * such a function somewhere: in a timer, a future, a socket. So when none can be reached any more,
 * and no turn is waiting, no promise of the isolate will ever be settled again.
 *
 * <p>Nobody has to keep count: a function is forgotten when the garbage collector finds that nobody
 * holds it. On the isolate's thread only.
 */
final class Callbacks {
  private static final int FIRST_SWEEP = 256;

  private List<WeakReference<Value>> given = new ArrayList<>();
  private int nextSweep = FIRST_SWEEP;

  /** Notes a value that Java takes, if it is a function. */
  void taken(Value value) {
    if (value.canExecute()) {
      given.add(new WeakReference<>(value));
      if (given.size() >= nextSweep) {
        nextSweep = Math.max(FIRST_SWEEP, 2 * sweep());
      }
    }
  }

  /** How many the garbage collector has not found to be lost. */
  int sweep() {
    given = new ArrayList<>(given.stream().filter(reference -> !reference.refersTo(null)).toList());
    return given.size();
  }
}
