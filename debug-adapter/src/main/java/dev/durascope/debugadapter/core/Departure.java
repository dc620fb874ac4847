package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.debug.DebugStackFrame;
import com.oracle.truffle.api.source.SourceSection;

/** How a thread leaves its pause. */
sealed interface Departure {

  /** It runs, or steps. */
  record Go(Resumption how) implements Departure {}

  /** It steps into one of the calls of the statement, over the others. */
  record StepInto(SourceSection call) implements Departure {}

  /**
   * A call on the stack begins anew, and those above it are dropped.
   *
   * @param frame the engine's frame of the call
   * @param call the same as the user sees it: of an async function, the piece that runs
   */
  record Restart(DebugStackFrame frame, Activation call) implements Departure {}
}
