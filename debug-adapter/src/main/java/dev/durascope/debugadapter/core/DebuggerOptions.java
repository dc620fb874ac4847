package dev.durascope.debugadapter.core;

import java.time.Duration;

/**
 * How the debugger behaves.
 *
 * @param evaluationLimit how long an expression of the user may run
 * @param stopOnEntry whether the first statement of the program is a stop
 * @param skipped the files that steps pass
 */
public record DebuggerOptions(Duration evaluationLimit, boolean stopOnEntry, SkippedFiles skipped) {

  /** Options without files that steps pass. */
  public DebuggerOptions(Duration evaluationLimit, boolean stopOnEntry) {
    this(evaluationLimit, stopOnEntry, SkippedFiles.NONE);
  }

  /** Five seconds for an expression, no stop on entry. */
  public static DebuggerOptions standard() {
    return new DebuggerOptions(Duration.ofSeconds(5), false);
  }

  public DebuggerOptions stoppingOnEntry() {
    return new DebuggerOptions(evaluationLimit, true, skipped);
  }

  public DebuggerOptions skipping(SkippedFiles files) {
    return new DebuggerOptions(evaluationLimit, stopOnEntry, files);
  }
}
