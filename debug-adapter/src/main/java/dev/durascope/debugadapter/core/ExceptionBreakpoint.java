package dev.durascope.debugadapter.core;

import java.util.Optional;

/**
 * Stops where something is thrown.
 *
 * @param thrown which values
 * @param condition stops only where this expression is true; {@code error} in it is the value
 */
public record ExceptionBreakpoint(Thrown thrown, Optional<String> condition) {

  /** Which thrown values stop an isolate. */
  public enum Thrown {
    /** Those that nothing of the program is going to catch. */
    UNCAUGHT,
    ALL
  }
}
