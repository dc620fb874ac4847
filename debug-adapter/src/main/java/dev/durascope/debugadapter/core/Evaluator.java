package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.ThreadLocalAction;
import com.oracle.truffle.api.debug.DebugException;
import com.oracle.truffle.api.debug.DebugStackFrame;
import com.oracle.truffle.api.debug.DebugValue;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.Undefined;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Evaluates the user's expressions in a paused frame, for a limited time.
 *
 * <p>An expression can name every variable of the module, also those that the engine does not let
 * the frame see: these are handed in as parameters, and written back when the expression has
 * assigned them.
 *
 * <p>The limit is kept by another thread. When the time is over it has the engine run an action on
 * the paused thread, at the next place where the evaluated code can be interrupted; the action
 * throws what no {@code catch} of the program can hold.
 */
final class Evaluator {

  private static final Pattern NAMES =
      Pattern.compile("(?<![\\w$.\"'`])[A-Za-z_$][\\w$]*(?![\\w$])");
  private static final Pattern SYNTAX_ERROR_PREFIX =
      Pattern.compile("^eval in context:\\d+:\\d+ (?<text>.*)", Pattern.DOTALL);

  private final Duration limit;
  private final ScheduledExecutorService watch;

  Evaluator(Duration limit, ScheduledExecutorService watch) {
    this.limit = limit;
    this.watch = watch;
  }

  /**
   * Evaluates an expression.
   *
   * @return the engine's value
   */
  Object evaluate(DebugStackFrame frame, ModuleScopes modules, String code)
      throws DebuggerException {
    var live = new Frame.Live(frame, false);
    var hidden = hiddenNames(live, modules, code);
    return limited(
        () -> {
          if (hidden.isEmpty()) {
            return plain(frame, code);
          }
          return withParameters(frame, code, hidden.get());
        });
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

  /**
   * Variables of the module that the code names and the frame cannot see.
   *
   * @param module the interop scope object that has them
   * @param names their names
   */
  private record Hidden(Object module, List<String> names) {}

  private static Optional<Hidden> hiddenNames(Frame.Live frame, ModuleScopes modules, String code) {
    var module = FrameScopes.module(frame, modules);
    if (module.isEmpty()) {
      return Optional.empty();
    }
    var seen =
        FrameScopes.visible(frame).stream()
            .flatMap(scope -> Interop.ownNames(scope).stream())
            .collect(Collectors.toSet());
    var ofModule = Set.copyOf(Interop.ownNames(module.get()));
    var names =
        NAMES
            .matcher(code)
            .results()
            .map(MatchResult::group)
            .filter(name -> ofModule.contains(name) && !seen.contains(name))
            .filter(name -> !name.equals("this"))
            .distinct()
            .toList();
    return names.isEmpty() ? Optional.empty() : Optional.of(new Hidden(module.get(), names));
  }

  private Object withParameters(DebugStackFrame frame, String code, Hidden hidden)
      throws DebuggerException {
    var parameters = String.join(",", hidden.names());
    var function = frame.eval("(" + parameters + ") => [(" + code + "\n), " + parameters + "]");
    var before = new ArrayList<Object>();
    var arguments = new ArrayList<DebugValue>();
    for (var name : hidden.names()) {
      var value = Interop.read(hidden.module(), name).orElse(Undefined.instance);
      before.add(value);
      arguments.add(EngineValues.wrapped(frame, value));
    }
    var result = function.execute(arguments.toArray(DebugValue[]::new));
    var values = (JSDynamicObject) EngineValues.raw(frame, result);
    for (int i = 0; i < before.size(); i++) {
      var after = Members.element(values, i + 1L);
      if (!after.equals(before.get(i))) {
        Interop.write(hidden.module(), hidden.names().get(i), after);
      }
    }
    return Members.element(values, 0);
  }

  /** Calls a function of the program, such as a getter, under the same limit. */
  <T> T limited(Work<T> work) throws DebuggerException {
    var running = new AtomicBoolean(true);
    var thread = Thread.currentThread();
    var engine = JSRealm.get(null).getEnv();
    var alarm =
        watch.schedule(
            () -> {
              var _ = engine.submitThreadLocal(new Thread[] {thread}, new Abort(running));
            },
            limit.toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      return work.run();
    } catch (LimitReached e) {
      throw new EvaluationException(
          "The expression was stopped after " + limit.toMillis() + " ms.");
    } catch (DebugException e) {
      throw new EvaluationException(message(e));
    } finally {
      running.set(false);
      alarm.cancel(false);
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

    private final AtomicBoolean running;

    Abort(AtomicBoolean running) {
      super(true, false);
      this.running = running;
    }

    @Override
    protected void perform(Access access) {
      if (running.get()) {
        throw new LimitReached();
      }
    }
  }

  private static final class LimitReached extends IllegalStateException {
    private static final long serialVersionUID = 1L;
  }
}
