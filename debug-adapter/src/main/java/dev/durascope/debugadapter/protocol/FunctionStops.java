package dev.durascope.debugadapter.protocol;

import dev.durascope.debugadapter.core.FunctionBreakpoint;
import dev.durascope.debugadapter.core.FunctionBreakpointStatus;
import dev.durascope.debugadapter.core.ScriptDebugger;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.debug.Breakpoint;
import org.eclipse.lsp4j.debug.SetFunctionBreakpointsArguments;
import org.eclipse.lsp4j.debug.SetFunctionBreakpointsResponse;

/** The request about breakpoints on functions. */
final class FunctionStops {

  private FunctionStops() {}

  /** Replaces the breakpoints on functions. */
  static SetFunctionBreakpointsResponse set(
      ScriptDebugger debugger, SetFunctionBreakpointsArguments arguments) {
    var requests =
        List.of(arguments.getBreakpoints()).stream()
            .map(
                asked ->
                    new FunctionBreakpoint(
                        asked.getName().strip(),
                        Optional.ofNullable(asked.getCondition()),
                        Optional.ofNullable(asked.getHitCondition())))
            .toList();
    return response(debugger.stops().setOnFunctions(requests));
  }

  /** Without debugging nothing stops. */
  static SetFunctionBreakpointsResponse refused(SetFunctionBreakpointsArguments arguments) {
    return response(
        List.of(arguments.getBreakpoints()).stream()
            .map(_ -> new FunctionBreakpointStatus(0, false, "The project runs without debugging."))
            .toList());
  }

  private static SetFunctionBreakpointsResponse response(List<FunctionBreakpointStatus> statuses) {
    var response = new SetFunctionBreakpointsResponse();
    response.setBreakpoints(
        statuses.stream().map(FunctionStops::breakpoint).toArray(Breakpoint[]::new));
    return response;
  }

  private static Breakpoint breakpoint(FunctionBreakpointStatus status) {
    var breakpoint = new Breakpoint();
    breakpoint.setId(status.id());
    breakpoint.setVerified(status.verified());
    if (!status.verified()) {
      breakpoint.setMessage(status.message());
    }
    return breakpoint;
  }
}
