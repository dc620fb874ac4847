package dev.durascope.runtime.worker;

import dev.durascope.runtime.script.Beginnings;
import java.util.Optional;

/**
 * One thing that keeps an object from hibernating.
 *
 * @param text what it is, for the user
 * @param place where it was begun; empty unless somebody has asked for places in time
 */
public record Blocker(Kind kind, String text, Optional<Beginnings.Place> place) {
  /** What sort of thing it is. */
  public enum Kind {
    EVENT,
    CRITICAL_SECTION,
    STUB,
    CALL,
    FETCH,
    CONNECTION,
    SOCKET,
    BODY,
    WAIT_UNTIL,
    TIMER,
    FACET,
    TRANSACTION
  }

  static Blocker of(Kind kind, String text) {
    return new Blocker(kind, text, Optional.empty());
  }
}
