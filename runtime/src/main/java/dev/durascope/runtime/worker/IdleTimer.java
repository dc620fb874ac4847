package dev.durascope.runtime.worker;

import dev.durascope.runtime.script.Isolate;
import dev.durascope.runtime.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Ends an object that nothing needs in memory: after ten seconds if it can hibernate, and later if
 * only a timer of its own keeps it from that. On the isolate's thread only.
 */
final class IdleTimer {
  /** How long an object must be idle before it hibernates, in milliseconds. */
  static final long HIBERNATION_MILLIS = 10_000;

  /** How long an object stays that only a timer or a plain socket keeps from hibernating. */
  static final long EVICTION_MILLIS = 70_000;

  private final Clock clock;
  private final Blockers blockers;
  private final Runnable end;
  private Clock.@Nullable Timer timer;
  private long epoch;

  /**
   * @param end ends the object, unless an event has come
   */
  IdleTimer(Clock clock, Blockers blockers, Runnable end) {
    this.clock = clock;
    this.blockers = blockers;
    this.end = end;
  }

  /** Nothing is in progress: waits from now on, if it does not already. */
  void start(Isolate isolate) {
    if (timer != null) {
      return;
    }
    var started = ++epoch;
    var wait = blockers.all().isEmpty() ? HIBERNATION_MILLIS : EVICTION_MILLIS;
    timer = clock.schedule(clock.millis() + wait, () -> isolate.post(() -> over(started, wait)));
  }

  /** An event has come. */
  void cancel() {
    if (timer != null) {
      timer.cancel();
      timer = null;
      epoch++;
    }
  }

  private void over(long started, long waited) {
    if (started != epoch) {
      return;
    }
    timer = null;
    var left = waited >= EVICTION_MILLIS ? blockers.hard() : blockers.all();
    if (left.isEmpty()) {
      end.run();
    }
  }
}
