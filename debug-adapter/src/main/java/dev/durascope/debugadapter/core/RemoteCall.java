package dev.durascope.debugadapter.core;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A call from one isolate to another, or to itself by way of a stub, from the moment when the
 * program makes it to the answer.
 *
 * <p>A step goes with it. A <em>step in</em> at the call {@linkplain #takeStep gives it the step}:
 * the handler's first statement is the stop, in the handler's own thread, and the caller runs on.
 * If the handler has no statement of the user's, the caller keeps the step. A step in the handler
 * may {@linkplain #stepsOut come to its end}: then the stop is in the caller, where the answer is
 * awaited.
 */
final class RemoteCall implements CallObserver {

  private final DebuggedIsolate caller;
  private volatile List<CallSite> sites;
  private final Supplier<Optional<DebuggedIsolate>> running;
  private volatile @Nullable RemoteCall outer;
  private volatile @Nullable Activation origin;
  private volatile boolean hasStep;
  private volatile boolean entered;
  private volatile boolean leavesWithStep;

  /**
   * @param caller the isolate that makes it
   * @param sites the calls of the user's program that have led to it, the nearest first; not empty
   * @param outer the call that the caller handles
   * @param running finds the isolate of the present thread
   */
  RemoteCall(
      DebuggedIsolate caller,
      List<CallSite> sites,
      @Nullable RemoteCall outer,
      Supplier<Optional<DebuggedIsolate>> running) {
    this.caller = caller;
    this.sites = sites;
    this.outer = outer;
    this.running = running;
    this.origin = sites.getFirst().activation();
  }

  DebuggedIsolate caller() {
    return caller;
  }

  /**
   * The calls that have led to it; none once it is answered, for they hold the caller's variables.
   */
  List<CallSite> sites() {
    return sites;
  }

  /** The call that the caller handles, as long as this one is not answered. */
  Optional<RemoteCall> outer() {
    return Optional.ofNullable(outer);
  }

  boolean isAnswered() {
    return origin == null;
  }

  /** The caller's step goes into the handler. On the caller's thread. */
  void takeStep() {
    hasStep = true;
  }

  /** The handler has stopped for the user: the step that has come with the call is over. */
  void stopped() {
    entered = true;
  }

  /** The handler is stepped in from now on: a step may leave it. */
  void stepsOut() {
    leavesWithStep = true;
  }

  /** The handler has stopped or runs freely: no step leaves it. */
  void staysIn() {
    leavesWithStep = false;
  }

  /** Whether the step is to go on in the caller when the answer is there. */
  private boolean stepsBack() {
    return entered ? leavesWithStep : hasStep;
  }

  /** Whether the caller has no step any more, or not now: it is where the handler is. */
  boolean hasTakenStep() {
    return hasStep && !(isAnswered() && stepsBack());
  }

  @Override
  public void handle(Runnable handler) {
    var callee = running.get();
    if (callee.isEmpty()) {
      handler.run();
      return;
    }
    var isolate = callee.get();
    isolate.view().inContext(() -> CallContext.within(this, () -> handle(isolate, handler)));
  }

  private void handle(DebuggedIsolate callee, Runnable handler) {
    if (!hasStep || entered || isAnswered()) {
      handler.run();
      return;
    }
    callee.stepper().runToHandler();
    try {
      handler.run();
    } finally {
      callee.stepper().leftHandler();
    }
  }

  @Override
  public void answered() {
    var waiting = origin;
    origin = null;
    outer = null;
    sites = List.of();
    if (waiting != null && stepsBack()) {
      caller.stepper().returnTo(waiting);
    }
  }
}
