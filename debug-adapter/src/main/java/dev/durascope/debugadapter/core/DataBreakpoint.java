package dev.durascope.debugadapter.core;

import java.util.Optional;

/**
 * Stops where the program's code reads or writes something in storage.
 *
 * @param watched what it watches
 * @param access which accesses stop
 * @param condition stops only where this expression is true; {@link DataAccess} says what it can
 *     use besides the variables of the code
 * @param hitCondition stops only at certain hits, see {@link HitCondition}
 */
public record DataBreakpoint(
    WatchedData watched, Access access, Optional<String> condition, Optional<String> hitCondition) {

  /** Which accesses stop. */
  public enum Access {
    READ,
    WRITE,
    READ_WRITE;

    boolean includes(boolean write) {
      return this == READ_WRITE || write == (this == WRITE);
    }
  }

  /** A breakpoint that always stops. */
  public static DataBreakpoint at(WatchedData watched, Access access) {
    return new DataBreakpoint(watched, access, Optional.empty(), Optional.empty());
  }

  boolean matches(ObjectIdentity object, DataAccess accessed) {
    return access.includes(accessed.isWrite())
        && watched.data().covers(accessed.data())
        && watched.objects().matches(object);
  }
}
