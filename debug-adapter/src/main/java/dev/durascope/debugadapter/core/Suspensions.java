package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.debug.Breakpoint;
import com.oracle.truffle.api.debug.DebuggerSession;
import com.oracle.truffle.api.debug.SuspendedCallback;
import com.oracle.truffle.api.debug.SuspendedEvent;
import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.js.runtime.JSRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Decides, on the isolate's thread, what each suspension by the engine means: a stop of which the
 * user is told, or something to be passed over. Nothing that goes wrong here may reach the program.
 */
final class Suspensions implements SuspendedCallback {

  private static final System.Logger LOG = System.getLogger(Suspensions.class.getName());

  /** How the engine describes the breakpoint of its own that stops at debugger statements. */
  private static final String DEBUGGER_STATEMENTS = "AlwaysHalt";

  /** What conditions of exception breakpoints call the thrown value. */
  private static final String THROWN = "error";

  private final Scripts scripts;
  private final References references;
  private final StackReader stacks;
  private final Evaluator evaluator;
  private final DebuggerListener listener;
  private final AtomicBoolean entryWanted;
  private final Map<Thread, DebuggedIsolate> byThread = new ConcurrentHashMap<>();
  private final Map<Pause, DebuggedIsolate> byPause = new ConcurrentHashMap<>();
  private final Map<Breakpoint, Script> entries = new ConcurrentHashMap<>();
  private volatile @Nullable Connection connection;
  private volatile boolean closed;

  private record Connection(
      DebuggerSession session,
      Breakpoints breakpoints,
      FunctionBreakpoints functions,
      Exceptions exceptions,
      Readiness readiness) {}

  Suspensions(
      Scripts scripts,
      References references,
      StackReader stacks,
      Evaluator evaluator,
      DebuggerListener listener,
      DebuggerOptions options) {
    this.scripts = scripts;
    this.references = references;
    this.stacks = stacks;
    this.evaluator = evaluator;
    this.listener = listener;
    this.entryWanted = new AtomicBoolean(options.stopOnEntry());
  }

  void connect(
      DebuggerSession session,
      Breakpoints breakpoints,
      FunctionBreakpoints functions,
      Readiness readiness) {
    connection =
        new Connection(
            session, breakpoints, functions, new Exceptions(session, scripts), readiness);
  }

  private Connection connection() {
    var connected = connection;
    if (connected == null) {
      throw new IllegalStateException("not connected to a session");
    }
    return connected;
  }

  Exceptions exceptions() {
    return connection().exceptions();
  }

  Evaluator evaluator() {
    return evaluator;
  }

  void add(DebuggedIsolate isolate) {
    byThread.put(isolate.view().thread(), isolate);
  }

  void remove(DebuggedIsolate isolate) {
    references.release(isolate.access());
    byThread.remove(isolate.view().thread(), isolate);
  }

  DebuggedIsolate isolateOf(Pause pause) throws IllegalStateException {
    var isolate = byPause.get(pause);
    if (isolate == null) {
      throw new IllegalStateException("a pause that has ended");
    }
    return isolate;
  }

  private Optional<DebuggedIsolate> running() {
    return Optional.ofNullable(byThread.get(Thread.currentThread()));
  }

  /** The program calls another isolate. */
  Optional<CallObserver> calling() {
    var isolate = running();
    if (isolate.isEmpty() || closed || isolate.get().isUnobserved()) {
      return Optional.empty();
    }
    var sites = CallSite.here(scripts);
    if (sites.isEmpty()) {
      return Optional.empty();
    }
    var call =
        new RemoteCall(isolate.get(), sites, CallContext.current().orElse(null), this::running);
    isolate.get().stepper().calling(call);
    return Optional.of(call);
  }

  void close() {
    closed = true;
  }

  /** A statement of a script's top level is about to run: its variables are found there. */
  void atTopLevel(Script script, Activation module) {
    running()
        .map(DebuggedIsolate::modules)
        .filter(modules -> modules.of(script.uri()).isEmpty())
        .ifPresent(modules -> modules.remember(script.uri(), module));
  }

  /**
   * Has the start of a script noticed, if it is to be a stop. A script with {@code debugger}
   * statements gets this breakpoint, too: the engine stops at them only in scripts in which it has
   * looked for a line.
   */
  void watchEntry(Script script) {
    if (!entryWanted.get() && !scripts.haveDebuggerStatements()) {
      return;
    }
    var breakpoint = Breakpoint.newBuilder(script.uri()).lineIs(1).build();
    entries.put(breakpoint, script);
    connection().session().install(breakpoint);
  }

  void unwatchEntry(Script script) {
    entries.entrySet().stream()
        .filter(entry -> entry.getValue().uri().equals(script.uri()))
        .map(Map.Entry::getKey)
        .toList()
        .forEach(
            breakpoint -> {
              entries.remove(breakpoint);
              breakpoint.dispose();
            });
  }

  @Override
  public void onSuspend(SuspendedEvent event) {
    var isolate = byThread.get(Thread.currentThread());
    if (isolate == null || closed || isolate.isUnobserved()) {
      return;
    }
    isolate.setSuspended(true);
    try {
      var idle = isolate.idleEvaluation().getAndSet(null);
      if (idle != null) {
        answer(isolate, event, idle);
        return;
      }
      var due = isolate.takeDue();
      if (due != null) {
        due.judge(event).ifPresent(stop -> park(isolate, event, stop));
        return;
      }
      var stop = judge(isolate, event);
      if (stop.isPresent()) {
        park(isolate, event, stop.get());
      }
    } catch (RuntimeException | StackOverflowError e) {
      LOG.log(System.Logger.Level.ERROR, "The debugger failed at " + event.getSourceSection(), e);
    } finally {
      isolate.setSuspended(false);
    }
  }

  private Optional<Stop> judge(DebuggedIsolate isolate, SuspendedEvent event) {
    noticeEntry(isolate, event);
    if (event.getException() != null && isOfUser(event)) {
      var thrown =
          exceptions()
              .reason(
                  event,
                  this::stackOf,
                  (rule, value) -> stops(isolate, event, rule, Map.of(THROWN, value)));
      if (thrown.isPresent()) {
        return thrown.map(details -> Stop.thrown(isolate.id(), details));
      }
    }
    if (!Stepper.resumes(event)) {
      var hit = breakpointStop(isolate, event);
      if (isolate.expected() != null && isOfUser(event)) {
        return Optional.ofNullable(isolate.takeExpected())
            .map(stop -> stop.alsoAt(hit.map(Stop::breakpoints).orElse(List.of())));
      }
      if (hit.isPresent()) {
        return hit;
      }
    }
    if (isolate.expected() != null) {
      event.prepareStepInto(1);
      return Optional.empty();
    }
    if (isolate.isPauseWanted()) {
      if (isOfUser(event)) {
        return Optional.of(Stop.of(isolate.id(), Stop.Reason.PAUSE));
      }
      event.prepareStepInto(1);
      return Optional.empty();
    }
    return isolate.stepper().arrived(event).map(reason -> Stop.of(isolate.id(), reason));
  }

  private boolean isOfUser(SuspendedEvent event) {
    return scripts.original(event.getSourceSection()).isPresent();
  }

  private void noticeEntry(DebuggedIsolate isolate, SuspendedEvent event) {
    for (var breakpoint : event.getBreakpoints()) {
      var script = entries.get(breakpoint);
      if (script == null) {
        continue;
      }
      var activation = Activation.of(event.getTopStackFrame());
      if (activation.isPresent()
          && activation.get().isModule()
          && entryWanted.compareAndSet(true, false)) {
        isolate.stepper().runToEntry();
        if (!scripts.haveDebuggerStatements()) {
          entries.keySet().forEach(Breakpoint::dispose);
          entries.clear();
        }
      }
    }
  }

  private Optional<Stop> breakpointStop(DebuggedIsolate isolate, SuspendedEvent event) {
    var hit = new ArrayList<Integer>();
    var functions = new ArrayList<Integer>();
    boolean debuggerStatement = false;
    for (var breakpoint : event.getBreakpoints()) {
      if (breakpoint.getKind() == Breakpoint.Kind.EXCEPTION) {
        continue;
      }
      if (breakpoint.getLocationDescription().startsWith(DEBUGGER_STATEMENTS)) {
        debuggerStatement |= isOfUser(event);
      } else {
        connection()
            .breakpoints()
            .find(breakpoint)
            .filter(planted -> stops(isolate, event, planted.rule(), Map.of()))
            .ifPresent(planted -> hit.add(planted.id()));
        connection()
            .functions()
            .find(breakpoint)
            .filter(placed -> stops(isolate, event, placed.rule(), Map.of()))
            .ifPresent(placed -> functions.add(placed.id()));
      }
    }
    if (!hit.isEmpty()) {
      hit.addAll(functions);
      return Optional.of(Stop.at(isolate.id(), hit));
    }
    if (!functions.isEmpty()) {
      return Optional.of(Stop.atFunction(isolate.id(), functions));
    }
    return debuggerStatement
        ? Optional.of(Stop.of(isolate.id(), Stop.Reason.DEBUGGER_STATEMENT))
        : Optional.empty();
  }

  private boolean stops(
      DebuggedIsolate isolate, SuspendedEvent event, HitRule rule, Map<String, Object> given) {
    return stops(isolate, event, rule, condition -> condition, given);
  }

  /** The same for an access to stored data, which a condition can ask about. */
  boolean stops(DebuggedIsolate isolate, SuspendedEvent event, HitRule rule, DataAccess accessed) {
    return stops(isolate, event, rule, accessed::around, Map.of());
  }

  /**
   * Whether a hit is a stop; prints what is to be printed instead.
   *
   * @param inScope puts the condition where it finds all that it can use
   * @param given values that it can use, by their names
   */
  private boolean stops(
      DebuggedIsolate isolate,
      SuspendedEvent event,
      HitRule rule,
      UnaryOperator<String> inScope,
      Map<String, Object> given) {
    var condition = rule.condition();
    if (condition.isPresent()
        && !isTrue(isolate, event, rule, new Condition(condition.get(), inScope, given))) {
      return false;
    }
    if (!rule.countHit()) {
      return false;
    }
    if (rule.logMessage().isPresent()) {
      log(isolate, event, rule.logMessage().get());
      return false;
    }
    return true;
  }

  private record Condition(String text, UnaryOperator<String> inScope, Map<String, Object> given) {}

  private boolean isTrue(
      DebuggedIsolate isolate, SuspendedEvent event, HitRule rule, Condition condition) {
    try {
      var value =
          evaluator.evaluate(
              Standstill.topFrame(event),
              isolate,
              condition.inScope().apply(condition.text()),
              condition.given());
      return JSRuntime.toBoolean(value);
    } catch (DebuggerException e) {
      if (rule.complainOnce()) {
        print(
            event,
            Output.Category.ERROR,
            "The condition of this breakpoint failed: "
                + condition.text()
                + "\n  "
                + e.getMessage());
      }
      return false;
    }
  }

  private void log(DebuggedIsolate isolate, SuspendedEvent event, LogMessage message) {
    var line = new StringBuilder();
    for (var part : message.parts()) {
      switch (part) {
        case LogMessage.Text text -> line.append(text.text());
        case LogMessage.Expression expression -> {
          try {
            var value = evaluator.evaluate(Standstill.topFrame(event), isolate, expression.code());
            line.append(value instanceof TruffleString text ? Text.of(text) : Preview.of(value));
          } catch (DebuggerException e) {
            line.append('{').append(e.getMessage()).append('}');
          }
        }
      }
    }
    print(event, Output.Category.LOG, line.toString());
  }

  private void print(SuspendedEvent event, Output.Category category, String line) {
    listener.output(
        Output.of(category, line + "\n").at(scripts.original(event.getSourceSection())));
  }

  private List<StackFrame> stackOf(SuspendedEvent event) {
    var passing = new Pause(event, Stop.of(0, Stop.Reason.EXCEPTION));
    try {
      return stacks.read(passing);
    } finally {
      references.release(passing);
    }
  }

  private void park(DebuggedIsolate isolate, SuspendedEvent event, Stop stop) {
    var pause = new Pause(event, stop);
    isolate.stepper().stopped(CallContext.current());
    byPause.put(pause, isolate);
    isolate.enter(pause);
    if (!closed) {
      connection().readiness().prepare();
    }
    isolate.stepper().noteEarly(event, connection().readiness().times());
    if (closed) {
      // Whoever closed has let all pauses go that there were, and may not have seen this one.
      pause.end(Resumption.CONTINUE);
    }
    isolate.view().held();
    try {
      listener.stopped(stop);
      var how = pause.park();
      isolate.leavePause();
      isolate.stepper().resume(event, how);
    } finally {
      isolate.leavePause();
      isolate.view().letGo();
      byPause.remove(pause);
      references.release(pause);
    }
  }

  private void answer(DebuggedIsolate isolate, SuspendedEvent event, IdleEvaluation idle) {
    try {
      var given = evaluator.evaluateIdle(event.getTopStackFrame(), isolate, idle.code());
      if (given.isPromise()) {
        idle.await(isolate, references, given);
      } else {
        idle.complete(new VariableReader(isolate.access(), references), given.value());
      }
    } catch (DebuggerException | RuntimeException e) {
      idle.answer().completeExceptionally(e);
    } finally {
      event.prepareContinue();
    }
  }
}
