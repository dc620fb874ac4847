package dev.durascope.debugadapter.protocol;

import org.eclipse.lsp4j.debug.Capabilities;

/** What the adapter tells a client that it can do: what works, and nothing else. */
final class Abilities {

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
    can.setSupportsSetExpression(true);
    can.setSupportsClipboardContext(true);
    can.setSupportsCompletionsRequest(true);
    can.setCompletionTriggerCharacters(new String[] {".", "$"});
    can.setSupportsReadMemoryRequest(true);
    can.setSupportsWriteMemoryRequest(true);
    can.setSupportsCancelRequest(true);
    can.setSupportsExceptionInfoRequest(true);
    can.setSupportsLoadedSourcesRequest(true);
    can.setSupportsDelayedStackTraceLoading(true);
    can.setSupportsTerminateRequest(true);
    can.setSupportsStepInTargetsRequest(true);
    can.setSupportsRestartFrame(true);
    can.setSupportsRestartRequest(true);
    can.setSupportsFunctionBreakpoints(true);
    can.setSupportsDataBreakpoints(true);
    can.setSupportsExceptionFilterOptions(true);
    can.setExceptionBreakpointFilters(ExceptionFilters.offered());
    return can;
  }
}
