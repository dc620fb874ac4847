package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.debug.Debugger;
import com.oracle.truffle.api.debug.DebuggerSession;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Debugs the isolates of one {@link Debuggee}. Each stops and goes on by itself; while one is
 * paused, the others run.
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
  private final Map<Integer, DebuggedIsolate> isolates = new ConcurrentHashMap<>();
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("evaluation-watch").factory());
  private final DebuggerSession session;
  private final Readiness readiness;
  private final ModuleStarts starts;
  private final Breakpoints breakpoints;
  private final EventBreakpoints events;
  private final DataBreakpoints data;
  private final FunctionBreakpoints functions;
  private final Suspensions suspensions;
  private final SkippedFiles skipped;
  private final StackReader stacks;
  private final Inspection inspection;
  private final ConsoleReports console;

  private ScriptDebugger(Debuggee debuggee, DebuggerListener listener, DebuggerOptions options) {
    this.skipped = options.skipped();
    this.debuggee = debuggee;
    this.listener = listener;
    var evaluator = new Evaluator(options.evaluationLimit(), watch);
    this.stacks = new StackReader(scripts, references);
    this.console = new ConsoleReports(scripts, references);
    this.suspensions = new Suspensions(scripts, references, stacks, evaluator, listener, options);
    this.session = Debugger.find(debuggee.engine()).startSession(suspensions);
    this.breakpoints = new Breakpoints(session, ids, scripts, listener::breakpointChanged);
    this.events = new EventBreakpoints(session, isolates::get, debuggee::watchEvents);
    this.data =
        new DataBreakpoints(session, ids, isolates::get, debuggee::watchData, suspensions::stops);
    this.inspection = new Inspection(references, suspensions, session, watch, options);
    this.functions = new FunctionBreakpoints(session, ids, scripts);
    this.readiness = new Readiness(session, scripts, isolates.values());
    this.starts = ModuleStarts.of(debuggee.engine());
    suspensions.connect(session, breakpoints, functions, readiness);
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

  /** Replaces all breakpoints of a file; the answer has one status for each, in their order. */
  public List<BreakpointStatus> setBreakpoints(Path file, List<SourceBreakpoint> requests) {
    return stoppingBy(!requests.isEmpty(), () -> breakpoints.set(file, requests));
  }

  /** All that is to stop the project, for {@link #restore} in a debugger of the next run. */
  public StopSettings settings() {
    return new StopSettings(
        breakpoints.all(),
        data.all(),
        functions.all(),
        suspensions.exceptions().all(),
        events.all());
  }

  /** Has all stop that stopped an earlier run, with the ids that the user knows them by. */
  public void restore(StopSettings earlier) {
    if (!earlier.isEmpty()) {
      readiness.prepare();
    }
    breakpoints.restore(earlier.source());
    data.restore(earlier.data());
    functions.restore(earlier.functions());
    stopOnExceptions(earlier.exceptions());
    stopOnEvents(earlier.events());
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

  /** Replaces all breakpoints on functions; the answer has one status for each. */
  public List<FunctionBreakpointStatus> setFunctionBreakpoints(List<FunctionBreakpoint> requests) {
    return stoppingBy(!requests.isEmpty(), () -> functions.set(requests));
  }

  /** Replaces all breakpoints on stored data; the answer has one status for each. */
  public List<DataBreakpointStatus> setDataBreakpoints(List<DataBreakpoint> requests) {
    return stoppingBy(!requests.isEmpty(), () -> data.set(requests));
  }

  /** Stops at the events that these mean, and at no others. */
  public void stopOnEvents(List<EventBreakpoint> wanted) {
    stoppingBy(
        !wanted.isEmpty(),
        () -> {
          events.set(wanted);
          return wanted;
        });
  }

  /** The places in some lines of a file where a breakpoint with a column can stop. */
  public List<FilePosition> breakpointLocations(Path file, int firstLine, int lastLine) {
    return scripts.all().stream()
        .map(Script::mapping)
        .flatMap(
            mapping -> {
              var mapped =
                  IntStream.rangeClosed(firstLine, lastLine)
                      .boxed()
                      .flatMap(line -> mapping.generated(file, line).stream())
                      .map(SourceMapping.Generated::original)
                      .filter(place -> place.line() >= firstLine && place.line() <= lastLine)
                      .toList();
              return mapping.breakable(file, mapped).stream();
            })
        .map(FilePosition::of)
        .distinct()
        .sorted(Comparator.comparingInt(FilePosition::line).thenComparingInt(FilePosition::column))
        .toList();
  }

  /** Stops at the thrown values that these mean, and at no others. */
  public void stopOnExceptions(List<ExceptionBreakpoint> wanted) {
    stoppingBy(
        !wanted.isEmpty(),
        () -> {
          suspensions.exceptions().set(wanted);
          return wanted;
        });
  }

  /** The isolates alive now, in the order of their ids. */
  public List<IsolateView> isolates() {
    return isolates.values().stream()
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

  /** Has an isolate stop at the next statement of the user's program that it comes to. */
  public void pause(int isolate) throws DebuggerException {
    var debugged = isolate(isolate);
    if (debugged.pause() == null) {
      debugged.wantPause();
      readiness.prepare();
      session.suspend(debugged.view().thread());
    }
  }

  /** As {@link #pause}, for all isolates that run now. */
  public void pauseAll() {
    readiness.prepare();
    for (var isolate : isolates.values()) {
      if (isolate.pause() == null) {
        isolate.wantPause();
        session.suspend(isolate.view().thread());
      }
    }
  }

  /** Lets all paused isolates go on; those that have not yet come to their pause do not. */
  public void resumeAll() {
    for (var isolate : isolates.values()) {
      isolate.cancelPause();
      var pause = isolate.pause();
      if (pause != null) {
        pause.end(Resumption.CONTINUE);
      }
    }
  }

  /** Lets a paused isolate go on. */
  public void resume(int isolate, Resumption how) throws DebuggerException {
    if (!paused(isolate).end(how)) {
      throw new NotPausedException();
    }
  }

  /**
   * Checks that an isolate is paused, and returns the action that lets it go on. Running the action
   * after the isolate has gone on by other means does nothing.
   */
  public Runnable preparedResumption(int isolate, Resumption how) throws DebuggerException {
    var pause = paused(isolate);
    return () -> pause.end(how);
  }

  /** The calls that a step in can go into, from a frame of a stack: only the top one has any. */
  public CompletableFuture<List<StepTarget>> stepTargets(int frame) {
    return inFrame(
        frame,
        held -> {
          if (!(held.frame() instanceof Frame.Live live) || !live.top()) {
            return List.of();
          }
          var glance = Glance.in(live, suspensions.isolateOf(held.pause()));
          var calls = StepTargets.of(held.pause().event(), scripts, new BuiltInCalls(glance));
          held.pause().offer(calls);
          return IntStream.range(0, calls.size())
              .mapToObj(
                  i ->
                      new StepTarget(
                          i + 1,
                          StepTargets.label(calls.get(i)),
                          scripts.original(calls.get(i)).orElseThrow()))
              .toList();
        });
  }

  /** As {@link #preparedResumption}, for a step into one of the calls that were offered. */
  public Runnable preparedStepInto(int isolate, int target) throws DebuggerException {
    var pause = paused(isolate);
    var calls = pause.targets();
    if (target < 1 || target > calls.size()) {
      throw new DebuggerException("There is no call " + target + " to step into.");
    }
    return () -> pause.end(new Departure.StepInto(calls.get(target - 1)));
  }

  /** Checks that a call can begin anew, and gives the action that has it do so. */
  public CompletableFuture<Runnable> preparedRestart(int frame) {
    return inFrame(
        frame,
        held -> {
          var restart =
              FrameRestart.of(
                  held.pause(),
                  held.frame(),
                  scripts,
                  suspensions.isolateOf(held.pause()).stepper());
          return () -> held.pause().end(restart);
        });
  }

  /** Changes what stops the program, which has it made ready for stops or not. */
  private <T> T stoppingBy(boolean something, Supplier<T> change) {
    if (something) {
      readiness.prepare();
    }
    var changed = change.get();
    readiness.relax(
        () ->
            !scripts.haveDebuggerStatements()
                && settings().isEmpty()
                && isolates.values().stream().allMatch(DebuggedIsolate::runsFreely));
    return changed;
  }

  private interface InFrame<T> {
    T ask(References.HeldFrame held) throws DebuggerException;
  }

  private <T> CompletableFuture<T> inFrame(int frame, InFrame<T> question) {
    var held = references.frame(frame);
    return held.isEmpty()
        ? CompletableFuture.failedFuture(new NotPausedException())
        : held.get().pause().ask(() -> question.ask(held.get()));
  }

  /** The files that steps pass. */
  public SkippedFiles skipped() {
    return skipped;
  }

  /** The stack of a paused isolate. */
  public CompletableFuture<List<StackFrame>> stack(int isolate) {
    try {
      var pause = paused(isolate);
      return pause.ask(() -> stacks.read(pause));
    } catch (DebuggerException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** What was thrown, when that is why an isolate is paused. */
  public Optional<ExceptionDetails> exception(int isolate) throws DebuggerException {
    return paused(isolate).stop().exception();
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
      var debugged = isolate(isolate);
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
      var debugged = isolate(isolate);
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
      return inspection.completionsOutside(isolate(isolate), text);
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
    inspection.interrupt(isolate(isolate));
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
    for (var isolate : isolates.values()) {
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

  private DebuggedIsolate isolate(int id) throws DebuggerException {
    var isolate = isolates.get(id);
    if (isolate == null) {
      throw new DebuggerException("There is no thread " + id + ": it may have ended.");
    }
    return isolate;
  }

  private Pause paused(int id) throws DebuggerException {
    var pause = isolate(id).pause();
    if (pause == null) {
      throw new NotPausedException();
    }
    return pause;
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
    if (isolates.putIfAbsent(view.id(), isolate) == null) {
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
      var isolate = isolates.remove(view.id());
      if (isolate != null) {
        suspensions.remove(isolate);
        listener.isolateEnded(view);
      }
    }

    @Override
    public void output(Output output) {
      listener.output(output);
    }

    @Override
    public void console(ConsoleCall call) {
      var isolate = isolates.get(call.isolate());
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
