package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.debug.Debugger;
import com.oracle.truffle.api.debug.DebuggerSession;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Debugs the isolates of one {@link Debuggee}. Each stops and goes on by itself; while one is
 * paused, the others run. What stops them is in {@link #stops}, what lets them go in {@link
 * #execution}, what their values are in {@link #inspection} and here.
 *
 * <p>All methods may be called from any thread. What needs a paused isolate is done on that
 * isolate's thread and answered by a future, which fails with {@link NotPausedException} once the
 * isolate runs again, and with other {@link DebuggerException}s that say why.
 */
public final class ScriptDebugger implements AutoCloseable {

  private final Debuggee debuggee;
  private final Reports reports = new Reports();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final DebuggerListener listener;
  private final Scripts scripts = new Scripts();
  private final References references = new References();
  private final BreakpointIds ids = new BreakpointIds();
  private final DebuggedIsolates isolates = new DebuggedIsolates();
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("evaluation-watch").factory());
  private final DebuggerSession session;
  private final Readiness readiness;
  private final ModuleStarts starts;
  private final Breakpoints breakpoints;
  private final FunctionBreakpoints functions;
  private final Suspensions suspensions;
  private final SkippedFiles skipped;
  private final StackReader stacks;
  private final Inspection inspection;
  private final ConsoleReports console;
  private final Execution execution;
  private final StopRequests stops;

  private ScriptDebugger(Debuggee debuggee, DebuggerListener listener, DebuggerOptions options) {
    this.skipped = options.skipped();
    this.debuggee = debuggee;
    this.listener = listener;
    var evaluator = new Evaluator(options.evaluationLimit(), watch);
    this.stacks = new StackReader(scripts, references);
    this.console = new ConsoleReports(scripts, references);
    this.suspensions = new Suspensions(scripts, references, stacks, evaluator, listener, options);
    this.session = Debugger.find(debuggee.engine()).startSession(suspensions);
    var instrumenter = DebuggerInstrument.of(debuggee.engine());
    this.breakpoints =
        new Breakpoints(session, instrumenter, ids, scripts, listener::breakpointChanged);
    var events = new EventBreakpoints(session, isolates::find, debuggee::watchEvents);
    var data =
        new DataBreakpoints(session, ids, isolates::find, debuggee::watchData, suspensions::stops);
    this.inspection = new Inspection(references, suspensions, session, watch, options);
    this.functions = new FunctionBreakpoints(session, instrumenter, ids, scripts);
    this.readiness = new Readiness(session, scripts, isolates.all());
    this.starts = new ModuleStarts(instrumenter);
    suspensions.connect(session, breakpoints, functions, readiness);
    this.execution = new Execution(session, isolates, scripts, references, suspensions, readiness);
    this.stops =
        new StopRequests(
            scripts,
            isolates,
            readiness,
            breakpoints,
            functions,
            data,
            events,
            suspensions.exceptions());
    if (options.stopOnEntry()) {
      readiness.prepare();
    }
  }

  /** Starts to debug; every stop and output is reported to {@code listener}. */
  public static ScriptDebugger attach(
      Debuggee debuggee, DebuggerListener listener, DebuggerOptions options) {
    var debugger = new ScriptDebugger(debuggee, listener, options);
    debuggee.listen(debugger.reports);
    debuggee.scripts().forEach(debugger::load);
    debuggee.isolates().forEach(debugger::start);
    return debugger;
  }

  /** What a line of the variables view has in storage; empty if it is no stored data. */
  public CompletableFuture<Optional<WatchedData>> storedData(int reference, String name) {
    return onHeld(
        reference,
        (access, container) -> {
          var isolate =
              switch (access) {
                case Pause pause -> suspensions.isolateOf(pause);
                case IsolateAccess lasting -> lasting.isolate();
              };
          var object = isolate.view().object();
          if (object.isEmpty() || !(container instanceof Container.Facts facts)) {
            return Optional.empty();
          }
          var objects = ObjectFilter.of(object.get().key());
          return facts.parts().stored(name).map(data -> new WatchedData(data, objects));
        });
  }

  /** The object in whose isolate a frame is. */
  public Optional<ObjectKey> objectOf(int frame) {
    return references
        .frame(frame)
        .flatMap(held -> suspensions.isolateOf(held.pause()).view().object())
        .map(ObjectView::key);
  }

  /** What stops the project. */
  public StopRequests stops() {
    return stops;
  }

  /** What has isolates stop, step and go on. */
  public Execution execution() {
    return execution;
  }

  /** The isolates alive now, in the order of their ids. */
  public List<IsolateView> isolates() {
    return isolates.all().stream()
        .map(DebuggedIsolate::view)
        .sorted(Comparator.comparingInt(IsolateView::id))
        .toList();
  }

  /** The user's files in the program. */
  public List<Path> files() {
    return scripts.files();
  }

  /** The text of a file as the running program has it. */
  public Optional<String> content(Path file) {
    return scripts.content(file);
  }

  /** The files that steps pass. */
  public SkippedFiles skipped() {
    return skipped;
  }

  /** The stack of a paused isolate. */
  public CompletableFuture<List<StackFrame>> stack(int isolate) {
    try {
      var pause = isolates.paused(isolate);
      return pause.ask(() -> stacks.read(pause));
    } catch (DebuggerException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** What was thrown, when that is why an isolate is paused. */
  public Optional<ExceptionDetails> exception(int isolate) throws DebuggerException {
    return isolates.paused(isolate).stop().exception();
  }

  /** The groups of variables that a frame of a stack sees. */
  public CompletableFuture<List<Scope>> scopes(int frame) {
    var held = references.frame(frame);
    if (held.isEmpty()) {
      return CompletableFuture.failedFuture(new NotPausedException());
    }
    var pause = held.get().pause();
    var isolate = suspensions.isolateOf(pause);
    return pause.ask(
        () ->
            FrameScopes.of(pause, held.get().frame(), isolate).stream()
                .map(
                    group ->
                        new Scope(
                            group.kind(),
                            group.name(),
                            references.hold(pause, group.container()),
                            group.kind() == Scope.Kind.GLOBAL))
                .toList());
  }

  /** The named parts of a scope or value. */
  public CompletableFuture<List<Variable>> named(int reference) {
    return onContainer(
        reference,
        (reader, container) -> suspensions.evaluator().limited(() -> reader.named(container)));
  }

  /** At most {@code count} indexed parts of a value, from the one at {@code start}. */
  public CompletableFuture<List<Variable>> indexed(int reference, int start, int count) {
    return onContainer(reference, (reader, container) -> reader.indexed(container, start, count));
  }

  /**
   * Assigns the value of an expression to a variable or property, or to what is kept elsewhere. On
   * a thread that runs that is done between two of its events.
   */
  public CompletableFuture<Variable> assign(int reference, String name, String expression) {
    var held = references.container(reference);
    if (held.isEmpty()) {
      return CompletableFuture.failedFuture(new NotPausedException());
    }
    var container = held.get().container();
    return switch (held.get().access()) {
      case IsolateAccess access when access.isolate().pause() == null ->
          inspection.evaluateIdle(
              access.isolate(), expression, value -> Assignment.to(container, name, value));
      case IsolateAccess access -> assign(access.isolate().pause(), container, name, expression);
      case Pause pause -> assign(pause, container, name, expression);
    };
  }

  private CompletableFuture<Variable> assign(
      @Nullable Pause pause, Container container, String name, String expression) {
    if (pause == null) {
      return CompletableFuture.failedFuture(new NotPausedException());
    }
    var evaluator = suspensions.evaluator();
    return pause.ask(
        () -> {
          var frame = Standstill.topFrame(pause.event());
          var value = evaluator.evaluate(frame, suspensions.isolateOf(pause), expression);
          evaluator.limited(
              () -> {
                Assignment.to(container, name, value);
                return value;
              });
          return new VariableReader(pause, references).line(name, value, "");
        });
  }

  /** The facts of the object of an isolate, under a number for as long as the isolate lives. */
  public CompletableFuture<Integer> objectFacts(int isolate) {
    return onObject(
        isolate,
        (access, object) ->
            references.hold(access, new Container.Facts(new ObjectFactParts(object))));
  }

  private interface OnObject<T> {
    T ask(IsolateAccess access, ObjectView object);
  }

  private <T> CompletableFuture<T> onObject(int isolate, OnObject<T> question) {
    try {
      var debugged = isolates.get(isolate);
      return debugged
          .access()
          .ask(
              () ->
                  question.ask(
                      debugged.access(),
                      debugged
                          .view()
                          .object()
                          .orElseThrow(
                              () -> new DebuggerException("No object lives on this thread."))));
    } catch (DebuggerException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** Evaluates an expression in a frame. */
  public CompletableFuture<Variable> evaluate(int frame, String expression) {
    return inspection.evaluate(frame, expression, Purpose.CONSOLE);
  }

  /** Evaluates an expression in an isolate: where it is paused, or once it is idle. */
  public CompletableFuture<Variable> evaluateIn(int isolate, String expression) {
    try {
      var debugged = isolates.get(isolate);
      return debugged.pause() == null
          ? inspection.evaluateIdle(debugged, expression)
          : stack(isolate).thenCompose(stack -> evaluate(stack.getFirst().id(), expression));
    } catch (DebuggerException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** The names that can stand at the end of a text, among the variables of an isolate's module. */
  public CompletableFuture<List<Completion>> completions(int isolate, String text) {
    try {
      return inspection.completionsOutside(isolates.get(isolate), text);
    } catch (DebuggerException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** What keeps the object of an isolate from hibernating: now, or once the thread is idle. */
  public CompletableFuture<List<HibernationBlocker>> blockers(int isolate) {
    return onObject(isolate, (access, object) -> object.blockers());
  }

  /** Stops what is being evaluated for the user on an isolate's thread, if anything is. */
  public void interruptEvaluation(int isolate) throws DebuggerException {
    inspection.interrupt(isolates.get(isolate));
  }

  /** What the user asks about values. */
  public Inspection inspection() {
    return inspection;
  }

  /** Lets every isolate run and stops debugging; the debuggee itself lives on. */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    debuggee.forget(reports);
    suspensions.close();
    debuggee.watchEvents(Optional.empty());
    debuggee.watchData(Optional.empty());
    for (var isolate : isolates.all()) {
      var pause = isolate.pause();
      if (pause != null) {
        pause.end(Resumption.CONTINUE);
      }
    }
    session.close();
    watch.shutdownNow();
  }

  private interface Reading<T> {
    T read(VariableReader reader, Container container) throws DebuggerException;
  }

  private interface Using<T> {
    T use(ThreadAccess access, Container container) throws DebuggerException;
  }

  private <T> CompletableFuture<T> onContainer(int reference, Reading<T> reading) {
    return onHeld(
        reference,
        (access, container) -> reading.read(new VariableReader(access, references), container));
  }

  private <T> CompletableFuture<T> onHeld(int reference, Using<T> using) {
    var held = references.container(reference);
    if (held.isEmpty()) {
      return CompletableFuture.failedFuture(new NotPausedException());
    }
    var access = held.get().access();
    return access.ask(() -> using.use(access, held.get().container()));
  }

  private void load(Script script) {
    if (scripts.add(script)) {
      starts.watch(script.uri(), module -> suspensions.atTopLevel(script, module));
      suspensions.watchEntry(script);
      if (scripts.haveDebuggerStatements()) {
        readiness.prepare();
      }
      breakpoints.plantIn(script);
      functions.plantIn(script);
      listener.scriptLoaded(script);
    }
  }

  private void start(IsolateView view) {
    var stepper = new Stepper(session, scripts, view.thread(), skipped);
    stepper.rested(readiness.times());
    var isolate = new DebuggedIsolate(view, stepper);
    if (isolates.add(isolate)) {
      suspensions.add(isolate);
      listener.isolateStarted(view);
    }
  }

  /** Takes the debuggee's reports. */
  private final class Reports implements DebuggeeListener {

    @Override
    public void scriptLoaded(Script script) {
      load(script);
    }

    @Override
    public void scriptUnloaded(Script script) {
      breakpoints.removeFrom(script);
      functions.removeFrom(script);
      starts.forget(script.uri());
      suspensions.unwatchEntry(script);
      scripts.remove(script);
    }

    @Override
    public void isolateStarted(IsolateView view) {
      start(view);
    }

    @Override
    public void isolateEnded(IsolateView view) {
      isolates
          .remove(view.id())
          .ifPresent(
              isolate -> {
                suspensions.remove(isolate);
                listener.isolateEnded(view);
              });
    }

    @Override
    public void output(Output output) {
      listener.output(output);
    }

    @Override
    public void console(ConsoleCall call) {
      var isolate = isolates.find(call.isolate());
      listener.output(
          isolate == null
              ? Output.of(call.category(), call.text())
              : console.output(isolate, call));
    }

    @Override
    public Optional<CallObserver> calling() {
      return suspensions.calling();
    }

    @Override
    public void ended(int exitCode) {
      listener.ended(exitCode);
    }
  }
}
