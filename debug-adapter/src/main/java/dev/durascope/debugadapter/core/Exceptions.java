package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.debug.Breakpoint;
import com.oracle.truffle.api.debug.DebugException;
import com.oracle.truffle.api.debug.DebuggerSession;
import com.oracle.truffle.api.debug.SuspendedEvent;
import com.oracle.truffle.api.debug.SuspensionFilter;
import com.oracle.truffle.js.runtime.builtins.JSErrorObject;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.Undefined;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Stops at thrown values. Which of them something is going to catch is found out by {@link
 * Catching}: the engine knows nothing of promises, and takes a {@code catch} block for a part of
 * what it guards. So it is asked for all.
 */
final class Exceptions {

  private final DebuggerSession session;
  private final Scripts scripts;
  private final Awaits awaits;
  private @Nullable Breakpoint breakpoint;
  private volatile List<Placed> breakpoints = List.of();

  Exceptions(DebuggerSession session, Scripts scripts) {
    this.session = session;
    this.scripts = scripts;
    this.awaits = new Awaits(scripts);
  }

  private record Placed(ExceptionBreakpoint request, HitRule rule) {
    static Placed of(ExceptionBreakpoint request) {
      return new Placed(
          request, new HitRule(request.condition(), Optional.empty(), Optional.empty()));
    }
  }

  /** Says whether a hit is a stop. */
  @FunctionalInterface
  interface Judge {
    boolean stops(HitRule rule, Object thrown);
  }

  List<ExceptionBreakpoint> all() {
    return breakpoints.stream().map(Placed::request).toList();
  }

  synchronized void set(List<ExceptionBreakpoint> wanted) {
    breakpoints = wanted.stream().map(Placed::of).toList();
    if (breakpoint != null) {
      breakpoint.dispose();
      breakpoint = null;
    }
    if (!wanted.isEmpty()) {
      breakpoint =
          Breakpoint.newExceptionBuilder(true, true)
              .suspensionFilter(SuspensionFilter.newBuilder().sourceIs(scripts::isProject).build())
              .build();
      session.install(breakpoint);
    }
  }

  /** What was thrown, if that is a reason to stop. */
  Optional<ExceptionDetails> reason(SuspendedEvent event, Stacks stacks, Judge judge) {
    var exception = event.getException();
    var placed = breakpoints;
    if (exception == null || placed.isEmpty()) {
      return Optional.empty();
    }
    boolean uncaught = !Catching.isCaught(event, scripts, awaits);
    var meant =
        placed.stream()
            .filter(each -> each.request().thrown() == ExceptionBreakpoint.Thrown.ALL || uncaught)
            .toList();
    if (meant.isEmpty()) {
      return Optional.empty();
    }
    var value = value(event, exception);
    return meant.stream().anyMatch(each -> judge.stops(each.rule(), value))
        ? Optional.of(details(exception, value, uncaught, stacks.of(event)))
        : Optional.empty();
  }

  private static Object value(SuspendedEvent event, DebugException exception) {
    var thrown = exception.getExceptionObject();
    return thrown == null ? Undefined.instance : EngineValues.raw(event.getTopStackFrame(), thrown);
  }

  private static ExceptionDetails details(
      DebugException exception, Object value, boolean uncaught, List<StackFrame> stack) {
    var trace =
        stack.stream()
            .flatMap(frame -> frame.position().stream().map(place -> line(frame, place)))
            .collect(Collectors.joining("\n"));
    if (value instanceof JSErrorObject error) {
      return new ExceptionDetails(
          Members.className(error), Members.text(error, "message"), trace, uncaught);
    }
    var type = value instanceof JSDynamicObject object ? Members.className(object) : "";
    var message =
        exception.getExceptionObject() == null
            ? String.valueOf(exception.getMessage())
            : Preview.of(value);
    return new ExceptionDetails(type, message, trace, uncaught);
  }

  private static String line(StackFrame frame, FilePosition place) {
    return "    at %s (%s:%d:%d)"
        .formatted(frame.name(), place.file(), place.line(), place.column());
  }

  /** Draws the stack of a suspended thread. */
  @FunctionalInterface
  interface Stacks {
    List<StackFrame> of(SuspendedEvent event);
  }
}
