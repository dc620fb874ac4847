package dev.durascope.debugadapter.protocol;

import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.ExceptionBreakpointsFilter;

/** What the adapter tells a client that it can do: what works, and nothing else. */
final class Abilities {

  static final String ALL_EXCEPTIONS = "all";
  static final String UNCAUGHT_EXCEPTIONS = "uncaught";

  private Abilities() {}

  static Capabilities all() {
    var can = new Capabilities();
    can.setSupportsConfigurationDoneRequest(true);
    can.setSupportsConditionalBreakpoints(true);
    can.setSupportsHitConditionalBreakpoints(true);
    can.setSupportsLogPoints(true);
    can.setSupportsBreakpointLocationsRequest(true);
    can.setSupportsEvaluateForHovers(true);
    can.setSupportsSetVariable(true);
    can.setSupportsExceptionInfoRequest(true);
    can.setSupportsLoadedSourcesRequest(true);
    can.setSupportsDelayedStackTraceLoading(true);
    can.setSupportsTerminateRequest(true);
    can.setSupportsRestartRequest(true);
    can.setExceptionBreakpointFilters(
        new ExceptionBreakpointsFilter[] {
          filter(ALL_EXCEPTIONS, "All Exceptions", "Stops wherever something is thrown.", false),
          filter(
              UNCAUGHT_EXCEPTIONS,
              "Uncaught Exceptions",
              "Stops where something is thrown that nothing is going to catch.",
              true)
        });
    return can;
  }

  private static ExceptionBreakpointsFilter filter(
      String id, String label, String description, boolean byDefault) {
    var filter = new ExceptionBreakpointsFilter();
    filter.setFilter(id);
    filter.setLabel(label);
    filter.setDescription(description);
    filter.setDefault_(byDefault);
    return filter;
  }
}
