package dev.durascope.runtime.script;

import java.util.concurrent.RejectedExecutionException;

/**
 * The way back into an isolate for what a turn has begun: made by that turn, and used by whoever
 * brings the outcome, on any thread.
 */
public final class Continuation {
  private final EventLoop loop;
  private final TurnGate.Entrance entrance;

  Continuation(EventLoop loop, TurnGate.Entrance entrance) {
    this.loop = loop;
    this.entrance = entrance;
  }

  /** Adds a turn; see {@link EventLoop#post}. */
  public void post(Runnable turn) {
    loop.post(() -> entrance.enter(turn));
  }

  /** Adds a turn; see {@link EventLoop#postOrReject}. */
  public void postOrReject(Runnable turn) {
    if (entrance.isClosed()) {
      throw new RejectedExecutionException("Whoever has begun this has ended");
    }
    loop.postOrReject(() -> entrance.enter(turn));
  }
}
