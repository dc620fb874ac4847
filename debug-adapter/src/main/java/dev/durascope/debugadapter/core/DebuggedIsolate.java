package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.debug.SuspendedEvent;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What the debugger knows of one isolate. */
final class DebuggedIsolate {

  private final IsolateView view;
  private final Stepper stepper;
  private final IsolateAccess access = new IsolateAccess(this);
  private final ModuleScopes modules = new ModuleScopes();
  private volatile @Nullable Pause pause;
  private volatile boolean pauseWanted;
  private boolean unobserved;
  private boolean suspended;
  private @Nullable Stop expected;
  private @Nullable Due due;

  /** An evaluation between two events, for the next suspension of the thread. */
  private final AtomicReference<@Nullable IdleEvaluation> idleEvaluation = new AtomicReference<>();

  DebuggedIsolate(IsolateView view, Stepper stepper) {
    this.view = view;
    this.stepper = stepper;
  }

  IsolateView view() {
    return view;
  }

  int id() {
    return view.id();
  }

  /** Used by the isolate's thread only, where it says nothing else. */
  Stepper stepper() {
    return stepper;
  }

  ModuleScopes modules() {
    return modules;
  }

  /** The way to its thread, for as long as it lives. */
  IsolateAccess access() {
    return access;
  }

  /** Runs a task of the debugger's own on the isolate's thread, in which nothing stops it. */
  <T> T unobserved(ThreadAccess.ThreadTask<T> task) throws DebuggerException {
    unobserved = true;
    try {
      return task.run();
    } finally {
      unobserved = false;
    }
  }

  /** Whether what runs is the debugger's own affair. On the isolate's thread. */
  boolean isUnobserved() {
    return unobserved;
  }

  /** Makes the next statement of the user's files that it comes to a stop. On its thread. */
  void expect(Stop stop) {
    expected = stop;
  }

  @Nullable Stop expected() {
    return expected;
  }

  @Nullable Stop takeExpected() {
    var taken = expected;
    expected = null;
    return taken;
  }

  /** Says what the next suspension of the thread means, wherever that is. */
  @FunctionalInterface
  interface Due {
    Optional<Stop> judge(SuspendedEvent event);
  }

  /** Has the next suspension of the thread judged so. On its thread. */
  void due(Due judgement) {
    due = judgement;
  }

  @Nullable Due takeDue() {
    var taken = due;
    due = null;
    return taken;
  }

  /** Notes that the engine has suspended the thread, or goes on. On its thread. */
  void setSuspended(boolean value) {
    suspended = value;
  }

  /** Whether the engine has suspended the thread, be it for a stop or for a look. On its thread. */
  boolean isSuspended() {
    return suspended;
  }

  /** The pause it is in; null while it runs. */
  @Nullable Pause pause() {
    return pause;
  }

  void enter(Pause entered) {
    pause = entered;
    pauseWanted = false;
  }

  void leavePause() {
    pause = null;
  }

  /** Whether nothing is on its way on the thread that would stop it. Any thread. */
  boolean runsFreely() {
    return pause == null && !pauseWanted && stepper.isFree();
  }

  void wantPause() {
    pauseWanted = true;
  }

  void cancelPause() {
    pauseWanted = false;
  }

  boolean isPauseWanted() {
    return pauseWanted;
  }

  AtomicReference<@Nullable IdleEvaluation> idleEvaluation() {
    return idleEvaluation;
  }
}
