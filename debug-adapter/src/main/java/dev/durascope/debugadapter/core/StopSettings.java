package dev.durascope.debugadapter.core;

import java.util.List;

/**
 * All that is to stop a project, from one run to the next: with the numbers that the user's editor
 * knows the breakpoints by.
 */
public final class StopSettings {

  private final List<PlacedBreakpoint> source;
  private final List<DataBreakpoints.Placed> data;
  private final List<FunctionBreakpoints.Placed> functions;
  private final List<ExceptionBreakpoint> exceptions;
  private final List<EventBreakpoint> events;

  StopSettings(
      List<PlacedBreakpoint> source,
      List<DataBreakpoints.Placed> data,
      List<FunctionBreakpoints.Placed> functions,
      List<ExceptionBreakpoint> exceptions,
      List<EventBreakpoint> events) {
    this.source = source;
    this.data = data;
    this.functions = functions;
    this.exceptions = exceptions;
    this.events = events;
  }

  /** Whether nothing is to stop it. */
  boolean isEmpty() {
    return source.isEmpty()
        && data.isEmpty()
        && functions.isEmpty()
        && exceptions.isEmpty()
        && events.isEmpty();
  }

  List<PlacedBreakpoint> source() {
    return source;
  }

  List<DataBreakpoints.Placed> data() {
    return data;
  }

  List<FunctionBreakpoints.Placed> functions() {
    return functions;
  }

  List<ExceptionBreakpoint> exceptions() {
    return exceptions;
  }

  List<EventBreakpoint> events() {
    return events;
  }
}
