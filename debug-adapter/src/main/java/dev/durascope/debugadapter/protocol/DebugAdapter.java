package dev.durascope.debugadapter.protocol;

import dev.durascope.debugadapter.core.BreakpointStatus;
import dev.durascope.debugadapter.core.ControlException;
import dev.durascope.debugadapter.core.DebuggeeLauncher;
import dev.durascope.debugadapter.core.DebuggerException;
import dev.durascope.debugadapter.core.LaunchException;
import dev.durascope.debugadapter.core.ObjectKey;
import dev.durascope.debugadapter.core.Resumption;
import dev.durascope.debugadapter.core.SourceBreakpoint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.eclipse.lsp4j.debug.BreakpointLocationsArguments;
import org.eclipse.lsp4j.debug.BreakpointLocationsResponse;
import org.eclipse.lsp4j.debug.CancelArguments;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.CompletionsArguments;
import org.eclipse.lsp4j.debug.CompletionsResponse;
import org.eclipse.lsp4j.debug.ConfigurationDoneArguments;
import org.eclipse.lsp4j.debug.ContinueArguments;
import org.eclipse.lsp4j.debug.ContinueResponse;
import org.eclipse.lsp4j.debug.DataBreakpointInfoArguments;
import org.eclipse.lsp4j.debug.DataBreakpointInfoResponse;
import org.eclipse.lsp4j.debug.DisconnectArguments;
import org.eclipse.lsp4j.debug.EvaluateArguments;
import org.eclipse.lsp4j.debug.EvaluateResponse;
import org.eclipse.lsp4j.debug.ExceptionBreakMode;
import org.eclipse.lsp4j.debug.ExceptionDetails;
import org.eclipse.lsp4j.debug.ExceptionInfoArguments;
import org.eclipse.lsp4j.debug.ExceptionInfoResponse;
import org.eclipse.lsp4j.debug.InitializeRequestArguments;
import org.eclipse.lsp4j.debug.LoadedSourcesArguments;
import org.eclipse.lsp4j.debug.LoadedSourcesResponse;
import org.eclipse.lsp4j.debug.NextArguments;
import org.eclipse.lsp4j.debug.PauseArguments;
import org.eclipse.lsp4j.debug.ReadMemoryArguments;
import org.eclipse.lsp4j.debug.ReadMemoryResponse;
import org.eclipse.lsp4j.debug.RestartArguments;
import org.eclipse.lsp4j.debug.RestartFrameArguments;
import org.eclipse.lsp4j.debug.ScopesArguments;
import org.eclipse.lsp4j.debug.ScopesResponse;
import org.eclipse.lsp4j.debug.SetBreakpointsArguments;
import org.eclipse.lsp4j.debug.SetBreakpointsResponse;
import org.eclipse.lsp4j.debug.SetDataBreakpointsArguments;
import org.eclipse.lsp4j.debug.SetDataBreakpointsResponse;
import org.eclipse.lsp4j.debug.SetExceptionBreakpointsArguments;
import org.eclipse.lsp4j.debug.SetExceptionBreakpointsResponse;
import org.eclipse.lsp4j.debug.SetExpressionArguments;
import org.eclipse.lsp4j.debug.SetExpressionResponse;
import org.eclipse.lsp4j.debug.SetFunctionBreakpointsArguments;
import org.eclipse.lsp4j.debug.SetFunctionBreakpointsResponse;
import org.eclipse.lsp4j.debug.SetVariableArguments;
import org.eclipse.lsp4j.debug.SetVariableResponse;
import org.eclipse.lsp4j.debug.Source;
import org.eclipse.lsp4j.debug.SourceArguments;
import org.eclipse.lsp4j.debug.SourceResponse;
import org.eclipse.lsp4j.debug.StackTraceArguments;
import org.eclipse.lsp4j.debug.StackTraceResponse;
import org.eclipse.lsp4j.debug.StepInArguments;
import org.eclipse.lsp4j.debug.StepInTargetsArguments;
import org.eclipse.lsp4j.debug.StepInTargetsResponse;
import org.eclipse.lsp4j.debug.StepOutArguments;
import org.eclipse.lsp4j.debug.TerminateArguments;
import org.eclipse.lsp4j.debug.ThreadsResponse;
import org.eclipse.lsp4j.debug.VariablesArguments;
import org.eclipse.lsp4j.debug.VariablesResponse;
import org.eclipse.lsp4j.debug.WriteMemoryArguments;
import org.eclipse.lsp4j.debug.WriteMemoryResponse;
import org.eclipse.lsp4j.debug.services.IDebugProtocolServer;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;
import org.jspecify.annotations.Nullable;

/**
 * The requests of the protocol, one method each. Those about the life of the session are carried
 * out by {@link Session}.
 */
public final class DebugAdapter implements IDebugProtocolServer, AutoCloseable {

  private final Session session;
  private final Executor workers;
  private final AfterResponse afterResponse;
  private final SourceReferences sourceReferences = new SourceReferences();
  private final RunningEvaluations evaluations = new RunningEvaluations();
  private volatile @Nullable DebugClient client;
  private volatile ToProtocol toProtocol =
      new ToProtocol(new Conventions(1, 1, false), sourceReferences);
  private volatile boolean showsProgress;
  private volatile Runnable disconnected = () -> {};
  private final Stepping stepping;

  DebugAdapter(DebuggeeLauncher launcher, Executor workers, AfterResponse afterResponse) {
    this.session = new Session(launcher);
    this.workers = workers;
    this.afterResponse = afterResponse;
    this.stepping = new Stepping(() -> run().debugger(), () -> toProtocol, afterResponse);
  }

  void connect(DebugClient connected) {
    client = connected;
  }

  boolean isWithoutRun() {
    return session.isWithoutRun();
  }

  void whenDisconnected(Runnable action) {
    disconnected = action;
  }

  // ---- the life of a session

  @Override
  public CompletableFuture<Capabilities> initialize(InitializeRequestArguments arguments) {
    toProtocol = new ToProtocol(Conventions.of(arguments), sourceReferences);
    showsProgress = Boolean.TRUE.equals(arguments.getSupportsProgressReporting());
    return CompletableFuture.completedFuture(Abilities.all());
  }

  @Override
  public CompletableFuture<Void> launch(Map<String, Object> attributes) {
    var arguments = LaunchArguments.of(attributes);
    return done(() -> session.launch(arguments, client(), toProtocol, progress()));
  }

  @Override
  public CompletableFuture<Void> attach(Map<String, Object> attributes) {
    var given = new Attributes(attributes);
    var project = given.path("project").map(Path::toAbsolutePath);
    var skipped = given.skipFiles(project.orElse(Path.of("").toAbsolutePath()));
    return done(() -> session.attach(project, client(), toProtocol, skipped));
  }

  @Override
  public CompletableFuture<Void> configurationDone(ConfigurationDoneArguments arguments) {
    session.configured();
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Void> restart(RestartArguments arguments) {
    return done(() -> session.restart(client(), toProtocol, progress()));
  }

  @Override
  public CompletableFuture<Void> terminate(TerminateArguments arguments) {
    return done(session::terminate);
  }

  /** Answered when the project is gone or given back: a client may end the process upon it. */
  @Override
  public CompletableFuture<Void> disconnect(DisconnectArguments arguments) {
    session.leave();
    afterResponse.run(disconnected);
    return CompletableFuture.completedFuture(null);
  }

  /** Ends the project, if the client has left it running. */
  @Override
  public void close() {
    session.leave();
  }

  // ---- breakpoints

  @Override
  public CompletableFuture<SetBreakpointsResponse> setBreakpoints(
      SetBreakpointsArguments arguments) {
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
    return run().debugger().setBreakpoints(file, requests);
  }

  @Override
  public CompletableFuture<SetExceptionBreakpointsResponse> setExceptionBreakpoints(
      SetExceptionBreakpointsArguments arguments) {
    var wanted = ExceptionFilters.read(arguments);
    if (!session.isWithoutDebugging()) {
      wanted.applyTo(run().debugger());
    }
    return CompletableFuture.completedFuture(wanted.response());
  }

  @Override
  public CompletableFuture<SetFunctionBreakpointsResponse> setFunctionBreakpoints(
      SetFunctionBreakpointsArguments arguments) {
    return CompletableFuture.completedFuture(
        session.isWithoutDebugging()
            ? FunctionStops.refused(arguments)
            : FunctionStops.set(run().debugger(), arguments));
  }

  @Override
  public CompletableFuture<DataBreakpointInfoResponse> dataBreakpointInfo(
      DataBreakpointInfoArguments arguments) {
    return later(DataStops.info(run().debugger(), arguments), response -> response);
  }

  @Override
  public CompletableFuture<SetDataBreakpointsResponse> setDataBreakpoints(
      SetDataBreakpointsArguments arguments) {
    return CompletableFuture.completedFuture(
        session.isWithoutDebugging()
            ? DataStops.refused(arguments)
            : DataStops.set(run().debugger(), arguments));
  }

  @Override
  public CompletableFuture<BreakpointLocationsResponse> breakpointLocations(
      BreakpointLocationsArguments arguments) {
    int first = conventions().line(arguments.getLine());
    int last = arguments.getEndLine() == null ? first : conventions().line(arguments.getEndLine());
    var response = new BreakpointLocationsResponse();
    response.setBreakpoints(
        run().debugger().breakpointLocations(file(arguments.getSource()), first, last).stream()
            .map(toProtocol::location)
            .toArray(org.eclipse.lsp4j.debug.BreakpointLocation[]::new));
    return CompletableFuture.completedFuture(response);
  }

  @Override
  public CompletableFuture<ExceptionInfoResponse> exceptionInfo(ExceptionInfoArguments arguments) {
    try {
      var thrown =
          run()
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

  // ---- running

  @Override
  public CompletableFuture<ContinueResponse> continue_(ContinueArguments arguments) {
    return stepping.resume(arguments.getThreadId());
  }

  @Override
  public CompletableFuture<Void> next(NextArguments arguments) {
    return stepping.step(arguments.getThreadId(), Resumption.STEP_OVER);
  }

  @Override
  public CompletableFuture<Void> stepIn(StepInArguments arguments) {
    return stepping.stepIn(arguments);
  }

  @Override
  public CompletableFuture<StepInTargetsResponse> stepInTargets(StepInTargetsArguments arguments) {
    return stepping.stepInTargets(arguments.getFrameId());
  }

  @Override
  public CompletableFuture<Void> stepOut(StepOutArguments arguments) {
    return stepping.step(arguments.getThreadId(), Resumption.STEP_OUT);
  }

  @Override
  public CompletableFuture<Void> restartFrame(RestartFrameArguments arguments) {
    return stepping.restartFrame(arguments);
  }

  @Override
  public CompletableFuture<Void> pause(PauseArguments arguments) {
    return stepping.pause(arguments.getThreadId());
  }

  @JsonRequest("durascope/pauseAll")
  public CompletableFuture<Void> pauseAll() {
    return stepping.pauseAll();
  }

  @JsonRequest("durascope/continueAll")
  public CompletableFuture<Void> continueAll() {
    return stepping.continueAll();
  }

  // ---- looking

  @Override
  public CompletableFuture<ThreadsResponse> threads() {
    var response = new ThreadsResponse();
    response.setThreads(
        !session.hasRun()
            ? new org.eclipse.lsp4j.debug.Thread[0]
            : run().debugger().isolates().stream()
                .map(
                    isolate -> {
                      var thread = new org.eclipse.lsp4j.debug.Thread();
                      thread.setId(isolate.id());
                      thread.setName(isolate.title());
                      return thread;
                    })
                .toArray(org.eclipse.lsp4j.debug.Thread[]::new));
    return CompletableFuture.completedFuture(response);
  }

  @Override
  public CompletableFuture<StackTraceResponse> stackTrace(StackTraceArguments arguments) {
    var skipped = run().debugger().skipped();
    return later(
        run().debugger().stack(arguments.getThreadId()),
        stack -> {
          int start = arguments.getStartFrame() == null ? 0 : arguments.getStartFrame();
          long levels =
              arguments.getLevels() == null || arguments.getLevels() == 0
                  ? Long.MAX_VALUE
                  : arguments.getLevels();
          var response = new StackTraceResponse();
          response.setTotalFrames(stack.size());
          response.setStackFrames(
              stack.stream()
                  .skip(start)
                  .limit(levels)
                  .map(frame -> toProtocol.frame(frame, skipped))
                  .toArray(org.eclipse.lsp4j.debug.StackFrame[]::new));
          return response;
        });
  }

  @Override
  public CompletableFuture<ScopesResponse> scopes(ScopesArguments arguments) {
    return later(
        run().debugger().scopes(arguments.getFrameId()),
        scopes -> {
          var response = new ScopesResponse();
          response.setScopes(
              scopes.stream().map(toProtocol::scope).toArray(org.eclipse.lsp4j.debug.Scope[]::new));
          return response;
        });
  }

  @Override
  public CompletableFuture<VariablesResponse> variables(VariablesArguments arguments) {
    return values().variables(arguments);
  }

  @Override
  public CompletableFuture<SetVariableResponse> setVariable(SetVariableArguments arguments) {
    return values().setVariable(arguments);
  }

  @Override
  public CompletableFuture<SetExpressionResponse> setExpression(SetExpressionArguments arguments) {
    return values().setExpression(arguments);
  }

  @Override
  public CompletableFuture<EvaluateResponse> evaluate(EvaluateArguments arguments) {
    return values().evaluate(arguments, afterResponse.request());
  }

  @JsonRequest("durascope/blockers")
  public CompletableFuture<ValueRequests.Blockers> blockers(Map<String, Object> arguments) {
    return values().blockers(arguments);
  }

  @JsonRequest("durascope/object")
  public CompletableFuture<ValueRequests.ObjectLine> objectLine(Map<String, Object> arguments) {
    return values().object(arguments);
  }

  @JsonRequest("durascope/evaluate")
  public CompletableFuture<EvaluateResponse> evaluateThread(Map<String, Object> arguments) {
    return values().evaluateThread(arguments, afterResponse.request());
  }

  @Override
  public CompletableFuture<Void> cancel(CancelArguments arguments) {
    return values().cancel(arguments);
  }

  @Override
  public CompletableFuture<CompletionsResponse> completions(CompletionsArguments arguments) {
    return values().completions(arguments);
  }

  @Override
  public CompletableFuture<ReadMemoryResponse> readMemory(ReadMemoryArguments arguments) {
    return values().readMemory(arguments);
  }

  @Override
  public CompletableFuture<WriteMemoryResponse> writeMemory(WriteMemoryArguments arguments) {
    return values().writeMemory(arguments);
  }

  private ValueRequests values() {
    return new ValueRequests(run().debugger(), toProtocol, evaluations);
  }

  @Override
  public CompletableFuture<SourceResponse> source(SourceArguments arguments) {
    var file =
        sourceReferences
            .file(arguments.getSourceReference())
            .or(() -> Optional.ofNullable(arguments.getSource()).map(this::file));
    var text =
        file.flatMap(run().debugger()::content)
            .orElseThrow(
                () -> Problem.NO_SUCH_SOURCE.with("The program has no text of this source."));
    var response = new SourceResponse();
    response.setContent(text);
    return CompletableFuture.completedFuture(response);
  }

  @Override
  public CompletableFuture<LoadedSourcesResponse> loadedSources(LoadedSourcesArguments arguments) {
    var response = new LoadedSourcesResponse();
    response.setSources(
        run().debugger().files().stream().map(toProtocol::source).toArray(Source[]::new));
    return CompletableFuture.completedFuture(response);
  }

  // ---- objects

  /** Where the control API listens. */
  @JsonRequest("durascope/control")
  public CompletableFuture<Control> control() {
    try {
      var control = run().debuggee().control();
      return CompletableFuture.completedFuture(
          new Control(control.url().toString(), control.token()));
    } catch (ControlException e) {
      throw Problem.of(e);
    }
  }

  /** The answer to {@code durascope/control}. */
  record Control(String url, String token) {}

  /** Opens the Chrome inspector: the request behind "Open Chrome DevTools". */
  @JsonRequest("durascope/openInspector")
  public CompletableFuture<Inspector> openInspector() {
    var debuggee = run().debuggee();
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            var address = debuggee.openInspector(0);
            return new Inspector(address.url().toString(), address.devTools());
          } catch (ControlException | RuntimeException e) {
            throw Problem.of(e);
          }
        },
        workers);
  }

  /** The answer to {@code durascope/openInspector}. */
  record Inspector(String url, String devTools) {}

  @JsonRequest("durascope/fireAlarm")
  public CompletableFuture<Void> fireAlarm(Map<String, Object> arguments) {
    var object = object(arguments);
    return done(() -> run().debuggee().fireAlarm(object));
  }

  @JsonRequest("durascope/hibernate")
  public CompletableFuture<Void> hibernate(Map<String, Object> arguments) {
    var object = object(arguments);
    return done(() -> run().debuggee().hibernate(object));
  }

  @JsonRequest("durascope/evict")
  public CompletableFuture<Void> evict(Map<String, Object> arguments) {
    var object = object(arguments);
    return done(() -> run().debuggee().evict(object));
  }

  private static ObjectKey object(Map<String, Object> arguments) {
    return Optional.ofNullable(arguments.get("object"))
        .map(String::valueOf)
        .flatMap(ObjectKey::parse)
        .orElseThrow(
            () ->
                Problem.BAD_OBJECT.with(
                    "\"object\" must name an object as \"worker/Class/id\", not "
                        + arguments.get("object")
                        + "."));
  }

  // ---- helpers

  private Conventions conventions() {
    return toProtocol.conventions();
  }

  private Path file(Source source) {
    return conventions().file(source.getPath());
  }

  private DebugClient client() {
    var connected = client;
    if (connected == null) {
      throw new IllegalStateException("not connected");
    }
    return connected;
  }

  private DebugRun run() {
    return session.run();
  }

  private Progress progress() {
    return new Progress(client(), showsProgress);
  }

  private interface Work {
    void run() throws LaunchException, ControlException;
  }

  private CompletableFuture<Void> done(Work work) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            work.run();
          } catch (LaunchException | ControlException | RuntimeException e) {
            throw Problem.of(e);
          }
        },
        workers);
  }

  static <T, R> CompletableFuture<R> later(CompletableFuture<T> asked, Function<T, R> translate) {
    return asked.handle(
        (value, thrown) -> {
          if (thrown != null) {
            throw Problem.of(thrown);
          }
          return translate.apply(value);
        });
  }
}
