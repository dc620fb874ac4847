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
 * @param cause what has happened, when the place alone does not say it
 */
public record Stop(
    int isolate,
    Reason reason,
    List<Integer> breakpoints,
    Optional<ExceptionDetails> exception,
    Optional<Cause> cause) {

  /**
   * What has happened.
   *
   * @param description in one line
   * @param text what else is to be said; may be empty
   */
  public record Cause(String description, String text) {}

  public Stop {
    breakpoints = List.copyOf(breakpoints);
  }

  static Stop of(int isolate, Reason reason) {
    return new Stop(isolate, reason, List.of(), Optional.empty(), Optional.empty());
  }

  static Stop thrown(int isolate, ExceptionDetails exception) {
    return new Stop(isolate, Reason.EXCEPTION, List.of(), Optional.of(exception), Optional.empty());
  }

  static Stop because(int isolate, Reason reason, List<Integer> breakpoints, Cause cause) {
    return new Stop(isolate, reason, breakpoints, Optional.empty(), Optional.of(cause));
  }

  static Stop atFunction(int isolate, List<Integer> breakpoints) {
    return new Stop(isolate, Reason.FUNCTION, breakpoints, Optional.empty(), Optional.empty());
  }

  static Stop at(int isolate, List<Integer> breakpoints) {
    return new Stop(isolate, Reason.BREAKPOINT, breakpoints, Optional.empty(), Optional.empty());
  }

  /** The same, where breakpoints were hit as well. */
  Stop alsoAt(List<Integer> hit) {
    return new Stop(isolate, reason, hit, exception, cause);
  }

  /** Why an isolate has stopped. */
  public enum Reason {
    ENTRY,
    BREAKPOINT,
    STEP,
    PAUSE,
    RESTART,
    EXCEPTION,
    DEBUGGER_STATEMENT,
    /** The program begins to handle an event. */
    EVENT,
    /** The program has come to a function. */
    FUNCTION,
    /** The program has read or written something in storage. */
    DATA
  }
}
