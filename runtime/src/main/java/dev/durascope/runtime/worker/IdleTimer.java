package dev.durascope.runtime.worker;

import dev.durascope.runtime.time.Clock;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Ends an object that nothing needs in memory: after ten seconds if it can hibernate, and later if
 * only a timer of its own keeps it from that. One that can hibernate may have to make room before
 * ({@link IdleObjects}). On the isolate's thread only.
 */
final class IdleTimer {
  /** How long an object must be idle before it hibernates, in milliseconds. */
  static final long HIBERNATION_MILLIS = 10_000;

  /** How long an object stays that only a timer or a plain socket keeps from hibernating. */
  static final long EVICTION_MILLIS = 70_000;

  private final Clock clock;
  private final Blockers blockers;
  private final IdleObjects others;
  private final Runnable end;
  private Clock.@Nullable Timer timer;
  private long epoch;
  private boolean keptAwake; // by something that eviction does not wait for

  /**
   * @param end ends the object, unless an event has come
   */
  IdleTimer(Clock clock, Blockers blockers, IdleObjects others, Runnable end) {
    this.clock = clock;
    this.blockers = blockers;
    this.others = others;
    this.end = end;
  }

  /**
   * A turn is over and nothing is in progress: waits from now on, if it does not already. Once what
   * kept the object from hibernating is over, it waits for that.
   */
  void start(Executor turns) {
    var isWaiting = timer != null;
    if (isWaiting && !keptAwake) {
      return;
    }
    var isKeptAwake = !blockers.all().isEmpty();
    if (isWaiting && isKeptAwake) {
      return;
    }
    cancel();
    keptAwake = isKeptAwake;
    var started = ++epoch;
    var wait = keptAwake ? EVICTION_MILLIS : HIBERNATION_MILLIS;
    timer = clock.schedule(clock.millis() + wait, () -> turns.execute(() -> over(started)));
    if (!keptAwake) {
      others.enter(this, () -> turns.execute(() -> over(started)));
    }
  }

  /** An event has come. */
  void cancel() {
    if (timer != null) {
      forgetTimer();
      epoch++;
    }
  }

  private void forgetTimer() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
    others.leave(this);
  }

  private void over(long started) {
    if (started != epoch) {
      return;
    }
    forgetTimer();
    var left = keptAwake ? blockers.hard() : blockers.all();
    if (left.isEmpty()) {
      end.run();
    }
  }
}
