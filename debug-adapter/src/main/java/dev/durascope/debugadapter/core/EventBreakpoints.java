package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.debug.DebuggerSession;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * Stops where the program begins to handle an event.
 *
 * <p>When such an event is about to be handled, its thread is sent towards the first statement of
 * the user's files that it comes to, and called back if the call returns without one. An instance
 * that is about to leave the memory is shown {@linkplain Standstill at rest}.
 */
final class EventBreakpoints implements EventWatch {

  private final DebuggerSession session;
  private final IntFunction<@Nullable DebuggedIsolate> isolates;
  private final Consumer<Optional<EventWatch>> wanted;
  private volatile List<EventBreakpoint> breakpoints = List.of();

  /**
   * @param isolates finds one by its number; null when it is gone
   * @param wanted told when the debuggee is to report events, and when no more
   */
  EventBreakpoints(
      DebuggerSession session,
      IntFunction<@Nullable DebuggedIsolate> isolates,
      Consumer<Optional<EventWatch>> wanted) {
    this.session = session;
    this.isolates = isolates;
    this.wanted = wanted;
  }

  List<EventBreakpoint> all() {
    return breakpoints;
  }

  synchronized void set(List<EventBreakpoint> now) {
    breakpoints = List.copyOf(now);
    wanted.accept(now.isEmpty() ? Optional.empty() : Optional.of(this));
  }

  private boolean matches(ProgramEvent event) {
    return breakpoints.stream().anyMatch(breakpoint -> breakpoint.matches(event));
  }

  @Override
  public void entering(int id, ProgramEvent event) {
    var isolate = isolates.apply(id);
    if (isolate != null && matches(event)) {
      isolate.expect(stop(id, event));
      session.suspend(Thread.currentThread());
    }
  }

  @Override
  public void left(int id) {
    var isolate = isolates.apply(id);
    if (isolate != null && isolate.takeExpected() != null && !isolate.isPauseWanted()) {
      session.resume(Thread.currentThread());
    }
  }

  @Override
  public boolean minds(ProgramEvent leaving) {
    return matches(leaving);
  }

  @Override
  public void leaving(int id, ProgramEvent event, Context context, Value instance) {
    var isolate = isolates.apply(id);
    if (isolate != null && matches(event)) {
      var stop = Optional.of(stop(id, event));
      Standstill.at(isolate, _ -> stop, session, context, instance);
    }
  }

  private static Stop stop(int isolate, ProgramEvent event) {
    return Stop.because(isolate, Stop.Reason.EVENT, List.of(), new Stop.Cause(event.title(), ""));
  }
}
