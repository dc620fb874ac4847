package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.debug.DebuggerSession;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/**
 * Has isolates stop, step and go on, each by itself.
 *
 * <p>All methods may be called from any thread; a future fails as those of {@link ScriptDebugger}
 * do.
 */
public final class Execution {

  private final DebuggerSession session;
  private final DebuggedIsolates isolates;
  private final Scripts scripts;
  private final References references;
  private final Suspensions suspensions;
  private final Readiness readiness;

  Execution(
      DebuggerSession session,
      DebuggedIsolates isolates,
      Scripts scripts,
      References references,
      Suspensions suspensions,
      Readiness readiness) {
    this.session = session;
    this.isolates = isolates;
    this.scripts = scripts;
    this.references = references;
    this.suspensions = suspensions;
    this.readiness = readiness;
  }

  /** Has an isolate stop at the next statement of the user's program that it comes to. */
  public void pause(int isolate) throws DebuggerException {
    var debugged = isolates.get(isolate);
    if (debugged.pause() == null) {
      debugged.wantPause();
      readiness.prepare();
      session.suspend(debugged.view().thread());
    }
  }

  /** As {@link #pause}, for all isolates that run now. */
  public void pauseAll() {
    readiness.prepare();
    for (var isolate : isolates.all()) {
      if (isolate.pause() == null) {
        isolate.wantPause();
        session.suspend(isolate.view().thread());
      }
    }
  }

  /** Lets all paused isolates go on; those that have not yet come to their pause do not. */
  public void resumeAll() {
    for (var isolate : isolates.all()) {
      isolate.cancelPause();
      var pause = isolate.pause();
      if (pause != null) {
        pause.end(Resumption.CONTINUE);
      }
    }
  }

  /** Lets a paused isolate go on. */
  public void resume(int isolate, Resumption how) throws DebuggerException {
    if (!isolates.paused(isolate).end(how)) {
      throw new NotPausedException();
    }
  }

  /**
   * Checks that an isolate is paused, and returns the action that lets it go on. Running the action
   * after the isolate has gone on by other means does nothing.
   */
  public Runnable preparedResumption(int isolate, Resumption how) throws DebuggerException {
    var pause = isolates.paused(isolate);
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
    var pause = isolates.paused(isolate);
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

  private interface InFrame<T> {
    T ask(References.HeldFrame held) throws DebuggerException;
  }

  private <T> CompletableFuture<T> inFrame(int frame, InFrame<T> question) {
    var held = references.frame(frame);
    return held.isEmpty()
        ? CompletableFuture.failedFuture(new NotPausedException())
        : held.get().pause().ask(() -> question.ask(held.get()));
  }
}
