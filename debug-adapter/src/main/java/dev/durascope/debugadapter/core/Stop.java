package dev.durascope.debugadapter.core;

import java.util.List;
import java.util.Optional;

/**
 * An isolate has stopped.
 *
 * @param isolate the isolate's id
 * @param reason why
 * @param breakpoints the ids of the breakpoints that were hit
 * @param exception what was thrown, when that is the reason
 */
public record Stop(
    int isolate, Reason reason, List<Integer> breakpoints, Optional<ExceptionDetails> exception) {

  public Stop {
    breakpoints = List.copyOf(breakpoints);
  }

  static Stop of(int isolate, Reason reason) {
    return new Stop(isolate, reason, List.of(), Optional.empty());
  }

  /** Why an isolate has stopped. */
  public enum Reason {
    ENTRY,
    BREAKPOINT,
    STEP,
    PAUSE,
    EXCEPTION,
    DEBUGGER_STATEMENT
  }
}
