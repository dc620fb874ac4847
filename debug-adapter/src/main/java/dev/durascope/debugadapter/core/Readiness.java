package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.debug.DebuggerSession;
import com.oracle.truffle.api.debug.SuspensionFilter;
import com.oracle.truffle.api.source.Source;
import java.util.Collection;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Whether the program can be stepped through. For that the engine puts a node around each of its
 * statements and functions, for which each of them pays whenever it runs. So that is done once
 * something can stop the program, and undone when nothing can any more. A {@code debugger}
 * statement can, too: the engine finds it where statements have their nodes.
 *
 * <p>A call that is on a stack at that time has no such node around it: the engine does not see it
 * end, and cannot begin it anew. {@link Stepper} knows those calls.
 *
 * <p>Any thread.
 */
final class Readiness {

  private final DebuggerSession session;
  private final Scripts scripts;
  private final Collection<DebuggedIsolate> isolates;
  private boolean ready;
  private volatile int times;

  /**
   * @param isolates those that live, at any time
   */
  Readiness(DebuggerSession session, Scripts scripts, Collection<DebuggedIsolate> isolates) {
    this.session = session;
    this.scripts = scripts;
    this.isolates = isolates;
    stepThrough(_ -> false);
  }

  /** Makes the program ready to be stepped through, if it is not yet. */
  synchronized void prepare() {
    if (ready) {
      return;
    }
    ready = true;
    int time = times + 1;
    times = time;
    stepThrough(scripts::isProject);
    for (var isolate : isolates) {
      isolate.view().runWhenIdle(_ -> isolate.stepper().rested(time));
    }
  }

  /** Lets the program run at its own speed, if nothing can stop it. */
  synchronized void relax(BooleanSupplier nothingStops) {
    if (ready && nothingStops.getAsBoolean()) {
      ready = false;
      stepThrough(_ -> false);
    }
  }

  /** How often it has been made ready. */
  int times() {
    return times;
  }

  private void stepThrough(Predicate<Source> program) {
    session.setSteppingFilter(
        SuspensionFilter.newBuilder()
            .ignoreLanguageContextInitialization(true)
            .includeInternal(false)
            .sourceIs(
                source ->
                    program.test(source)
                        || IdleEvaluation.isStatement(source.getURI())
                        || Standstill.isHere(source))
            .build());
  }
}
