package dev.durascope.debugadapter.core;

/**
 * A group of variables of a frame.
 *
 * @param kind which group
 * @param name its title
 * @param reference the number under which its variables can be asked for
 * @param expensive whether reading it is slow enough to wait until it is opened
 */
public record Scope(Kind kind, String name, int reference, boolean expensive) {

  /** The groups, in the order in which they are shown. */
  public enum Kind {
    RETURNED,
    BLOCK,
    LOCAL,
    CLOSURE,
    DURABLE_OBJECT,
    MODULE,
    GLOBAL
  }
}
