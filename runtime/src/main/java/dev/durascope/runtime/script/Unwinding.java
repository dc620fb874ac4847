package dev.durascope.runtime.script;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;

/**
 * Ends the JavaScript of a turn, and nothing else. The isolate lives on; of the turn's code not one
 * more statement runs, and the microtasks that it has left behind end at their first call of the
 * platform. On the isolate's thread only.
 */
final class Unwinding {
  private static final Source NOTHING = Source.create("js", "undefined");

  private boolean underWay;

  /**
   * Thrown by a function that JavaScript has called, it passes all of JavaScript's handlers by.
   *
   * <p>The engine wraps every exception of Java's and lets JavaScript catch it, but for this
   * class's parent, by which it ends code itself. (An interruption of the context would not do: a
   * {@code catch} sees it, and runs some statements.)
   */
  @SuppressWarnings("removal")
  private static final class Unwound extends ThreadDeath {
    private static final long serialVersionUID = 1;
  }

  /** Ends what is running, within a call from it. */
  Error begin() {
    underWay = true;
    throw new Unwound();
  }

  /**
   * Called at the begin of each call from JavaScript: what is being unwound has no more of them.
   */
  void check() {
    if (underWay) {
      throw new Unwound();
    }
  }

  /** Whether this is what has come out of JavaScript. */
  static boolean is(PolyglotException e) {
    return e.isInternalError() && Unwound.class.getName().equals(e.getMessage());
  }

  /** Lets the microtasks end that are left, after what has been unwound has left JavaScript. */
  void finish(Context context) {
    var isDrained = false;
    while (!isDrained) {
      try {
        context.eval(NOTHING); // the queue is run when this returns
        isDrained = true;
      } catch (PolyglotException e) {
        if (!is(e)) {
          throw e;
        }
      }
    }
    underWay = false;
  }
}
