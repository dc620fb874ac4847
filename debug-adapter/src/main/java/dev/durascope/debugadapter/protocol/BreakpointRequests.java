package dev.durascope.debugadapter.protocol;

import dev.durascope.debugadapter.core.BreakpointStatus;
import dev.durascope.debugadapter.core.DebuggerException;
import dev.durascope.debugadapter.core.SourceBreakpoint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.debug.BreakpointLocationsArguments;
import org.eclipse.lsp4j.debug.BreakpointLocationsResponse;
import org.eclipse.lsp4j.debug.DataBreakpointInfoArguments;
import org.eclipse.lsp4j.debug.DataBreakpointInfoResponse;
import org.eclipse.lsp4j.debug.ExceptionBreakMode;
import org.eclipse.lsp4j.debug.ExceptionDetails;
import org.eclipse.lsp4j.debug.ExceptionInfoArguments;
import org.eclipse.lsp4j.debug.ExceptionInfoResponse;
import org.eclipse.lsp4j.debug.SetBreakpointsArguments;
import org.eclipse.lsp4j.debug.SetBreakpointsResponse;
import org.eclipse.lsp4j.debug.SetDataBreakpointsArguments;
import org.eclipse.lsp4j.debug.SetDataBreakpointsResponse;
import org.eclipse.lsp4j.debug.SetExceptionBreakpointsArguments;
import org.eclipse.lsp4j.debug.SetExceptionBreakpointsResponse;
import org.eclipse.lsp4j.debug.SetFunctionBreakpointsArguments;
import org.eclipse.lsp4j.debug.SetFunctionBreakpointsResponse;
import org.eclipse.lsp4j.debug.Source;

/**
 * The requests that say what stops the program, and why it has stopped at a thrown value.
 *
 * @param session whose run is meant
 * @param toProtocol the client's conventions
 */
record BreakpointRequests(Session session, ToProtocol toProtocol) {

  CompletableFuture<SetBreakpointsResponse> setBreakpoints(SetBreakpointsArguments arguments) {
    var file = file(arguments.getSource());
    var wanted = arguments.getBreakpoints();
    var requests = new ArrayList<SourceBreakpoint>();
    for (var breakpoint :
        wanted == null ? new org.eclipse.lsp4j.debug.SourceBreakpoint[0] : wanted) {
      requests.add(
          new SourceBreakpoint(
              conventions().line(breakpoint.getLine()),
              breakpoint.getColumn() == null
                  ? OptionalInt.empty()
                  : OptionalInt.of(conventions().column(breakpoint.getColumn())),
              Optional.ofNullable(breakpoint.getCondition()),
              Optional.ofNullable(breakpoint.getHitCondition()),
              Optional.ofNullable(breakpoint.getLogMessage())));
    }
    var response = new SetBreakpointsResponse();
    response.setBreakpoints(
        set(file, requests).stream()
            .map(toProtocol::breakpoint)
            .toArray(org.eclipse.lsp4j.debug.Breakpoint[]::new));
    return CompletableFuture.completedFuture(response);
  }

  private List<BreakpointStatus> set(Path file, List<SourceBreakpoint> requests) {
    if (session.isWithoutDebugging()) {
      return requests.stream()
          .map(
              request ->
                  new BreakpointStatus(
                      0, false, file, request.line(), 1, "The project runs without debugging."))
          .toList();
    }
    return session.run().debugger().stops().set(file, requests);
  }

  CompletableFuture<SetExceptionBreakpointsResponse> setExceptionBreakpoints(
      SetExceptionBreakpointsArguments arguments) {
    var wanted = ExceptionFilters.read(arguments);
    if (!session.isWithoutDebugging()) {
      wanted.applyTo(session.run().debugger());
    }
    return CompletableFuture.completedFuture(wanted.response());
  }

  CompletableFuture<SetFunctionBreakpointsResponse> setFunctionBreakpoints(
      SetFunctionBreakpointsArguments arguments) {
    return CompletableFuture.completedFuture(
        session.isWithoutDebugging()
            ? FunctionStops.refused(arguments)
            : FunctionStops.set(session.run().debugger(), arguments));
  }

  CompletableFuture<DataBreakpointInfoResponse> dataBreakpointInfo(
      DataBreakpointInfoArguments arguments) {
    return Answers.later(DataStops.info(session.run().debugger(), arguments), response -> response);
  }

  CompletableFuture<SetDataBreakpointsResponse> setDataBreakpoints(
      SetDataBreakpointsArguments arguments) {
    return CompletableFuture.completedFuture(
        session.isWithoutDebugging()
            ? DataStops.refused(arguments)
            : DataStops.set(session.run().debugger(), arguments));
  }

  CompletableFuture<BreakpointLocationsResponse> breakpointLocations(
      BreakpointLocationsArguments arguments) {
    int first = conventions().line(arguments.getLine());
    int last = arguments.getEndLine() == null ? first : conventions().line(arguments.getEndLine());
    var response = new BreakpointLocationsResponse();
    response.setBreakpoints(
        session
            .run()
            .debugger()
            .stops()
            .breakpointLocations(file(arguments.getSource()), first, last)
            .stream()
            .map(toProtocol::location)
            .toArray(org.eclipse.lsp4j.debug.BreakpointLocation[]::new));
    return CompletableFuture.completedFuture(response);
  }

  CompletableFuture<ExceptionInfoResponse> exceptionInfo(ExceptionInfoArguments arguments) {
    try {
      var thrown =
          session
              .run()
              .debugger()
              .exception(arguments.getThreadId())
              .orElseThrow(
                  () -> Problem.NOT_POSSIBLE.with("The thread has not stopped at an exception."));
      var details = new ExceptionDetails();
      details.setMessage(thrown.message());
      details.setTypeName(thrown.type());
      details.setStackTrace(thrown.stack());
      var response = new ExceptionInfoResponse();
      response.setExceptionId(thrown.type().isEmpty() ? "thrown value" : thrown.type());
      response.setDescription(ToProtocol.headline(thrown.type(), thrown.message()));
      response.setBreakMode(
          thrown.uncaught() ? ExceptionBreakMode.UNHANDLED : ExceptionBreakMode.ALWAYS);
      response.setDetails(details);
      return CompletableFuture.completedFuture(response);
    } catch (DebuggerException e) {
      throw Problem.of(e);
    }
  }

  private Conventions conventions() {
    return toProtocol.conventions();
  }

  private Path file(Source source) {
    return conventions().file(source.getPath());
  }
}
