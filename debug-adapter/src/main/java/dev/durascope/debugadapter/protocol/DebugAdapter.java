package dev.durascope.debugadapter.protocol;

import dev.durascope.debugadapter.core.DebuggeeLauncher;
import dev.durascope.debugadapter.core.Resumption;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
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
 * The requests of the protocol, one method each, which says who carries it out: {@link Session}
 * what is about its life, {@link BreakpointRequests}, {@link Stepping}, {@link ProgramRequests},
 * {@link ValueRequests} and {@link ObjectRequests} the rest.
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
  private volatile boolean looksAgain;
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
    looksAgain = Boolean.TRUE.equals(arguments.getSupportsInvalidatedEvent());
    return CompletableFuture.completedFuture(Abilities.all());
  }

  @Override
  public CompletableFuture<Void> launch(Map<String, Object> attributes) {
    var arguments = LaunchArguments.of(attributes);
    return Answers.done(workers, () -> session.launch(arguments, client(), toProtocol, progress()));
  }

  @Override
  public CompletableFuture<Void> attach(Map<String, Object> attributes) {
    var given = new Attributes(attributes);
    var project = given.path("project").map(Path::toAbsolutePath);
    var skipped = given.skipFiles(project.orElse(Path.of("").toAbsolutePath()));
    return Answers.done(workers, () -> session.attach(project, client(), toProtocol, skipped));
  }

  @Override
  public CompletableFuture<Void> configurationDone(ConfigurationDoneArguments arguments) {
    session.configured();
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Void> restart(RestartArguments arguments) {
    return Answers.done(workers, () -> session.restart(client(), toProtocol, progress()));
  }

  @Override
  public CompletableFuture<Void> terminate(TerminateArguments arguments) {
    return Answers.done(workers, session::terminate);
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
    return breakpoints().setBreakpoints(arguments);
  }

  @Override
  public CompletableFuture<SetExceptionBreakpointsResponse> setExceptionBreakpoints(
      SetExceptionBreakpointsArguments arguments) {
    return breakpoints().setExceptionBreakpoints(arguments);
  }

  @Override
  public CompletableFuture<SetFunctionBreakpointsResponse> setFunctionBreakpoints(
      SetFunctionBreakpointsArguments arguments) {
    return breakpoints().setFunctionBreakpoints(arguments);
  }

  @Override
  public CompletableFuture<DataBreakpointInfoResponse> dataBreakpointInfo(
      DataBreakpointInfoArguments arguments) {
    return breakpoints().dataBreakpointInfo(arguments);
  }

  @Override
  public CompletableFuture<SetDataBreakpointsResponse> setDataBreakpoints(
      SetDataBreakpointsArguments arguments) {
    return breakpoints().setDataBreakpoints(arguments);
  }

  @Override
  public CompletableFuture<BreakpointLocationsResponse> breakpointLocations(
      BreakpointLocationsArguments arguments) {
    return breakpoints().breakpointLocations(arguments);
  }

  @Override
  public CompletableFuture<ExceptionInfoResponse> exceptionInfo(ExceptionInfoArguments arguments) {
    return breakpoints().exceptionInfo(arguments);
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
    return program().threads();
  }

  @Override
  public CompletableFuture<StackTraceResponse> stackTrace(StackTraceArguments arguments) {
    return program().stackTrace(arguments);
  }

  @Override
  public CompletableFuture<ScopesResponse> scopes(ScopesArguments arguments) {
    return program().scopes(arguments);
  }

  @Override
  public CompletableFuture<VariablesResponse> variables(VariablesArguments arguments) {
    return values().variables(arguments);
  }

  @Override
  public CompletableFuture<SetVariableResponse> setVariable(SetVariableArguments arguments) {
    return changed().by(values().setVariable(arguments));
  }

  @Override
  public CompletableFuture<SetExpressionResponse> setExpression(SetExpressionArguments arguments) {
    return changed().by(values().setExpression(arguments));
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
    return changed().by(values().writeMemory(arguments));
  }

  private ValueRequests values() {
    return new ValueRequests(run().debugger(), toProtocol, evaluations);
  }

  @Override
  public CompletableFuture<SourceResponse> source(SourceArguments arguments) {
    return program().source(arguments);
  }

  @Override
  public CompletableFuture<LoadedSourcesResponse> loadedSources(LoadedSourcesArguments arguments) {
    return program().loadedSources(arguments);
  }

  // ---- objects

  /** Where the control API listens. */
  @JsonRequest("durascope/control")
  public CompletableFuture<ObjectRequests.Control> control() {
    return objects().control();
  }

  /** Opens the Chrome inspector: the request behind "Open Chrome DevTools". */
  @JsonRequest("durascope/openInspector")
  public CompletableFuture<ObjectRequests.Inspector> openInspector() {
    return objects().openInspector();
  }

  @JsonRequest("durascope/fireAlarm")
  public CompletableFuture<Void> fireAlarm(Map<String, Object> arguments) {
    return objects().fireAlarm(arguments);
  }

  @JsonRequest("durascope/hibernate")
  public CompletableFuture<Void> hibernate(Map<String, Object> arguments) {
    return objects().hibernate(arguments);
  }

  @JsonRequest("durascope/evict")
  public CompletableFuture<Void> evict(Map<String, Object> arguments) {
    return objects().evict(arguments);
  }

  // ---- helpers

  private BreakpointRequests breakpoints() {
    return new BreakpointRequests(session, toProtocol);
  }

  private ProgramRequests program() {
    return new ProgramRequests(session, toProtocol, sourceReferences);
  }

  private ObjectRequests objects() {
    return new ObjectRequests(session, workers);
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

  private ChangedValues changed() {
    return new ChangedValues(client(), looksAgain);
  }

  private Progress progress() {
    return new Progress(client(), showsProgress);
  }
}
