package dev.durascope.debugadapter.core;

import java.util.Optional;

/**
 * A line of a stack.
 *
 * @param id the number under which its scopes can be asked for; 0 for a separator
 * @param name the function
 * @param position where it is; empty for a separator
 * @param kind what sort of line it is
 */
public record StackFrame(int id, String name, Optional<FilePosition> position, Kind kind) {

  /** What sort of line of a stack it is. */
  public enum Kind {
    /** A call on the thread's stack. */
    CALL,
    /** A call that waits for those above it. */
    AWAITING,
    /** A call in another isolate that waits for those above it. */
    CALLING,
    /** The line between the two. */
    SEPARATOR
  }
}
