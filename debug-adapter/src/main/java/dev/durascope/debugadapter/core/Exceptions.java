package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.debug.Breakpoint;
import com.oracle.truffle.api.debug.DebugException;
import com.oracle.truffle.api.debug.DebuggerSession;
import com.oracle.truffle.api.debug.SuspendedEvent;
import com.oracle.truffle.api.instrumentation.InstrumentableNode;
import com.oracle.truffle.api.instrumentation.StandardTags.TryBlockTag;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.js.runtime.builtins.JSErrorObject;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Stops at thrown values. The engine knows the {@code try} blocks on the stack; a {@code try}
 * around an await is on no stack while the awaited call throws, so those of the waiting calls are
 * looked at too.
 */
final class Exceptions {

  private final DebuggerSession session;
  private @Nullable Breakpoint breakpoint;
  private volatile ExceptionStops stops = ExceptionStops.NONE;

  Exceptions(DebuggerSession session) {
    this.session = session;
  }

  ExceptionStops stops() {
    return stops;
  }

  synchronized void stopOn(ExceptionStops wanted) {
    stops = wanted;
    if (breakpoint != null) {
      breakpoint.dispose();
      breakpoint = null;
    }
    if (wanted != ExceptionStops.NONE) {
      breakpoint = Breakpoint.newExceptionBuilder(wanted == ExceptionStops.ALL, true).build();
      session.install(breakpoint);
    }
  }

  /** What was thrown, if that is a reason to stop. */
  Optional<ExceptionDetails> reason(SuspendedEvent event, Stacks stacks) {
    var exception = event.getException();
    if (exception == null || stops == ExceptionStops.NONE) {
      return Optional.empty();
    }
    boolean uncaught = exception.getCatchLocation() == null && !isCaughtByAwaiter(event);
    if (stops == ExceptionStops.UNCAUGHT && !uncaught) {
      return Optional.empty();
    }
    return Optional.of(details(event, exception, uncaught, stacks.of(event)));
  }

  private static boolean isCaughtByAwaiter(SuspendedEvent event) {
    return Awaiters.of(event).stream().anyMatch(element -> isInTry(element.getLocation()));
  }

  private static boolean isInTry(@Nullable Node inner) {
    for (Node node = inner; node != null; node = node.getParent()) {
      if (node instanceof InstrumentableNode candidate
          && candidate.isInstrumentable()
          && candidate.hasTag(TryBlockTag.class)) {
        return true;
      }
    }
    return false;
  }

  private static ExceptionDetails details(
      SuspendedEvent event, DebugException exception, boolean uncaught, List<StackFrame> stack) {
    var value =
        exception.getExceptionObject() == null
            ? null
            : EngineValues.raw(event.getTopStackFrame(), exception.getExceptionObject());
    var trace =
        stack.stream()
            .flatMap(frame -> frame.position().stream().map(place -> line(frame, place)))
            .collect(Collectors.joining("\n"));
    if (value instanceof JSErrorObject error) {
      return new ExceptionDetails(
          Members.className(error), Members.text(error, "message"), trace, uncaught);
    }
    var type = value instanceof JSDynamicObject object ? Members.className(object) : "";
    var message = value == null ? String.valueOf(exception.getMessage()) : Preview.of(value);
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
