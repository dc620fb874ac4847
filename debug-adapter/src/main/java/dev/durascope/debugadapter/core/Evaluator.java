package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.ThreadLocalAction;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.debug.DebugException;
import com.oracle.truffle.api.debug.DebugStackFrame;
import com.oracle.truffle.api.debug.DebugValue;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.objects.Undefined;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Evaluates the user's expressions in a paused frame, for a limited time.
 *
 * <p>An expression can name every variable of the module, also those that the engine does not let
 * the frame see, those of a frame that is not the top one, and those that the debugger adds ({@link
 * NamesBeyond}).
 *
 * <p>The limit is kept by another thread. When the time is over it has the engine run an action on
 * the paused thread, at the next place where the evaluated code can be interrupted; the action
 * throws what no {@code catch} of the program can hold.
 */
final class Evaluator {

  private static final Pattern AWAIT = Pattern.compile("(?<![\\w$.\"'`])await(?![\\w$])");
  private static final Pattern SYNTAX_ERROR_PREFIX =
      Pattern.compile("^eval in context:\\d+:\\d+ (?<text>.*)", Pattern.DOTALL);

  private final Duration limit;
  private final ScheduledExecutorService watch;
  private final Map<Thread, Abort> running = new ConcurrentHashMap<>();

  Evaluator(Duration limit, ScheduledExecutorService watch) {
    this.limit = limit;
    this.watch = watch;
  }

  /**
   * Evaluates an expression in a paused frame.
   *
   * @return the engine's value
   */
  Object evaluate(DebugStackFrame frame, DebuggedIsolate isolate, String code)
      throws DebuggerException {
    return evaluate(frame, isolate, code, Map.of());
  }

  /**
   * Evaluates an expression in a paused frame.
   *
   * @param given the engine's values that it can use besides, by their names
   * @return the engine's value
   */
  Object evaluate(
      DebugStackFrame frame, DebuggedIsolate isolate, String code, Map<String, Object> given)
      throws DebuggerException {
    var live = new Frame.Live(frame, false);
    var visible = FrameScopes.visible(live);
    boolean found = FrameScopes.isFoundByEngine(live);
    var seen =
        visible.stream()
            .filter(_ -> found)
            .flatMap(scope -> Interop.ownNames(scope).stream())
            .collect(Collectors.toSet());
    var scopes = new ArrayList<>(found ? List.of() : visible);
    FrameScopes.module(live, isolate.modules()).ifPresent(scopes::add);
    var beyond = NamesBeyond.of(code, seen, scopes, isolate.view()).with(given);
    return limited(
        () -> {
          try {
            return beyond.names().isEmpty()
                ? plain(frame, code)
                : beyond.taken(
                    call(frame, beyond.function(code, false), beyond.values(receiver(live))));
          } catch (DebugException e) {
            if (!isSyntaxError(e)) {
              throw e;
            } else if (AWAIT.matcher(code).find()) {
              throw new EvaluationException(
                  "await waits for the thread to run, and it is paused: let it run, and evaluate"
                      + " this on the console, or leave the await out to see the promise.");
            }
            return plain(frame, code); // it may be statements
          }
        });
  }

  /** The engine cannot parse a {@code this} in functions of evaluated code: it is handed in. */
  private static Object receiver(Frame frame) {
    return FrameScopes.visible(frame).stream()
        .filter(scope -> Interop.ownNames(scope).contains("this"))
        .findFirst()
        .flatMap(scope -> Interop.read(scope, "this"))
        .orElse(Undefined.instance);
  }

  /**
   * Evaluates an expression while nothing of the isolate runs: among the variables of its module,
   * with the object's instance as {@code this}. The expression may await.
   *
   * @return the engine's value, or a promise of what {@link NamesBeyond#taken} takes
   */
  Idle evaluateIdle(DebugStackFrame frame, DebuggedIsolate isolate, String code)
      throws DebuggerException {
    var beyond =
        NamesBeyond.of(
            code, Set.of(), isolate.modules().newest().stream().toList(), isolate.view());
    boolean awaits = AWAIT.matcher(code).find();
    return limited(
        () -> {
          var receiver =
              isolate.view().receiver().map(EngineValues::raw).orElse(Undefined.instance);
          try {
            var result = call(frame, beyond.function(code, awaits), beyond.values(receiver));
            return new Idle(awaits ? result : beyond.taken(result), beyond, awaits);
          } catch (DebugException e) {
            if (!isSyntaxError(e) || awaits) {
              throw e;
            }
            return new Idle(plain(frame, code), beyond, false); // it may be statements
          }
        });
  }

  /**
   * What an expression that was evaluated between two events has given.
   *
   * @param value the value, or the promise of it
   * @param names the variables beyond the frame that it could assign
   */
  record Idle(Object value, NamesBeyond names, boolean isPromise) {}

  private static Object call(DebugStackFrame frame, String function, List<Object> arguments) {
    var made = frame.eval(function);
    var values =
        arguments.stream()
            .map(value -> EngineValues.wrapped(frame, value))
            .toArray(DebugValue[]::new);
    return EngineValues.raw(frame, made.execute(values));
  }

  private Object plain(DebugStackFrame frame, String code) {
    if (code.stripLeading().startsWith("{")) {
      try {
        return EngineValues.raw(frame, frame.eval("(" + code + "\n)"));
      } catch (DebugException notAnObject) {
        if (!isSyntaxError(notAnObject)) {
          throw notAnObject;
        }
      }
    }
    return EngineValues.raw(frame, frame.eval(code));
  }

  private static boolean isSyntaxError(DebugException e) {
    return SYNTAX_ERROR_PREFIX.matcher(String.valueOf(e.getMessage())).matches();
  }

  /** Calls a function of the program, such as a getter, under the same limit. */
  <T> T limited(Work<T> work) throws DebuggerException {
    var thread = Thread.currentThread();
    var abort = new Abort(JSRealm.get(null).getEnv(), thread);
    var alarm = watch.schedule(abort::submit, limit.toMillis(), TimeUnit.MILLISECONDS);
    running.put(thread, abort);
    try {
      return work.run();
    } catch (LimitReached e) {
      throw new EvaluationException(
          abort.interrupted
              ? "The expression was stopped."
              : "The expression was stopped after " + limit.toMillis() + " ms.");
    } catch (DebugException e) {
      throw new EvaluationException(message(e));
    } finally {
      abort.over = true;
      running.remove(thread, abort);
      alarm.cancel(false);
    }
  }

  /** Stops what is being evaluated on a thread; does nothing if nothing is. Any thread. */
  void interrupt(Thread thread) {
    var abort = running.get(thread);
    if (abort != null) {
      abort.interrupted = true;
      abort.submit();
    }
  }

  private static String message(DebugException e) {
    var text = String.valueOf(e.getMessage());
    var syntaxError = SYNTAX_ERROR_PREFIX.matcher(text);
    return syntaxError.matches()
        ? "SyntaxError: " + syntaxError.group("text").lines().findFirst().orElse("")
        : text;
  }

  /** Something that runs code of the program. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws DebuggerException;
  }

  private static final class Abort extends ThreadLocalAction {

    private final TruffleLanguage.Env engine;
    private final Thread thread;
    private volatile boolean over;
    private volatile boolean interrupted;

    Abort(TruffleLanguage.Env engine, Thread thread) {
      super(true, false);
      this.engine = engine;
      this.thread = thread;
    }

    void submit() {
      var _ = engine.submitThreadLocal(new Thread[] {thread}, this);
    }

    @Override
    protected void perform(Access access) {
      if (!over) {
        throw new LimitReached();
      }
    }
  }

  private static final class LimitReached extends IllegalStateException {
    private static final long serialVersionUID = 1L;
  }
}
