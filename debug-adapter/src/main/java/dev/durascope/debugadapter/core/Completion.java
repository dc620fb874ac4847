package dev.durascope.debugadapter.core;

/**
 * A name that can stand where the user types.
 *
 * @param kind what it is
 * @param start where the text begins that it replaces, counted from 0
 * @param length how long that text is
 */
public record Completion(String name, Kind kind, int start, int length) {

  /** What a name stands for. */
  public enum Kind {
    VARIABLE,
    PROPERTY,
    METHOD,
    FUNCTION,
    CLASS,
    /** Something of the debugger's own. */
    HELPER
  }
}
