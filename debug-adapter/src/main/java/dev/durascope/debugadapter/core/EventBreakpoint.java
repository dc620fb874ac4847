package dev.durascope.debugadapter.core;

/**
 * Stops where the program begins to handle an event of a kind.
 *
 * @param kind the kind
 * @param filter whose events
 */
public record EventBreakpoint(ProgramEvent.Kind kind, ObjectFilter filter) {

  boolean matches(ProgramEvent event) {
    return kind == event.kind() && filter.matches(event);
  }
}
