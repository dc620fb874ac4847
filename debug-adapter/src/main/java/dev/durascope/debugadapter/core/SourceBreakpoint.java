package dev.durascope.debugadapter.core;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A breakpoint as the user has set it in a file.
 *
 * @param line the line, counted from 1
 * @param column the column, counted from 1; absent for the first statement of the line
 * @param condition stops only where this expression is true
 * @param hitCondition stops only at certain hits, see {@link HitCondition}
 * @param logMessage prints this instead of stopping, see {@link LogMessage}
 */
public record SourceBreakpoint(
    int line,
    OptionalInt column,
    Optional<String> condition,
    Optional<String> hitCondition,
    Optional<String> logMessage) {

  /** A breakpoint that always stops. */
  public static SourceBreakpoint at(int line) {
    return new SourceBreakpoint(
        line, OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
