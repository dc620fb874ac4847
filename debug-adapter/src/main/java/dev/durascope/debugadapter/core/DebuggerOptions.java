package dev.durascope.debugadapter.core;

import java.time.Duration;

/**
 * How the debugger behaves.
 *
 * @param evaluationLimit how long an expression of the user may run
 * @param stopOnEntry whether the first statement of the program is a stop
 */
public record DebuggerOptions(Duration evaluationLimit, boolean stopOnEntry) {

  /** Five seconds for an expression, no stop on entry. */
  public static DebuggerOptions standard() {
    return new DebuggerOptions(Duration.ofSeconds(5), false);
  }

  public DebuggerOptions stoppingOnEntry() {
    return new DebuggerOptions(evaluationLimit, true);
  }
}
