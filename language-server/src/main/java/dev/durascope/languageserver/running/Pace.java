package dev.durascope.languageserver.running;

import java.time.Duration;
import java.time.Instant;

/**
 * Passes on that something has changed, at most once in {@link #INTERVAL}, and not again before
 * somebody has looked: who has not, knows already that what he has is old.
 *
 * <p>The last of many changes is never lost, only late.
 */
final class Pace {

  /** Objects change with every request; an editor that asks as often does nothing else. */
  static final Duration INTERVAL = Duration.ofSeconds(1);

  private final Timer timer;
  private final Runnable target;
  private Instant next = Instant.MIN;
  private boolean looked;
  private boolean waiting;

  Pace(Timer timer, Runnable target) {
    this.timer = timer;
    this.target = target;
  }

  /** Somebody looks now: what changes from here on is news. */
  synchronized void looked() {
    looked = true;
  }

  void changed() {
    if (isDue()) {
      target.run();
    }
  }

  private synchronized boolean isDue() {
    if (!looked || waiting) {
      return false;
    }
    var now = timer.now();
    if (now.isBefore(next)) {
      waiting = true;
      timer.after(Duration.between(now, next), this::late);
      return false;
    }
    pass(now);
    return true;
  }

  private void late() {
    synchronized (this) {
      waiting = false;
      pass(timer.now());
    }
    target.run();
  }

  private void pass(Instant now) {
    looked = false;
    next = now.plus(INTERVAL);
  }
}
