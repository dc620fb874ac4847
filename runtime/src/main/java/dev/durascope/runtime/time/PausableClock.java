package dev.durascope.runtime.time;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One isolate's view of a clock: what it waits for does not come nearer while a debugger holds the
 * isolate.
 *
 * <p>A timer of one second that has waited for half of it when its object is paused waits for the
 * other half once the object goes on, however long the user has looked at it; so do the limits on
 * how long something may take. What the clock <em>shows</em> is not changed: {@code Date.now()}
 * tells the time that all others see, too.
 *
 * <p>Each callback is due at a moment of {@code elapsed} time, which is the clock's without the
 * pauses. The clock beneath is asked to wait for it as if there were to be no other pause; a
 * callback whose moment was put off by one is scheduled again. Usable on any thread.
 */
public final class PausableClock implements Clock {
  private static final long RUNS = Long.MIN_VALUE;

  private final Clock clock;
  private final Set<Entry> waiting = new HashSet<>();
  private long order;
  private long pausedFor;
  private long pausedSince = RUNS;

  /** A callback by identity; {@code due} is in elapsed time. */
  private static final class Entry {
    private final long due;
    private final long order;
    private final Runnable action;
    private @Nullable Timer timer;

    Entry(long due, long order, Runnable action) {
      this.due = due;
      this.order = order;
      this.action = action;
    }

    void stopWaiting() {
      if (timer != null) {
        timer.cancel();
        timer = null;
      }
    }
  }

  /** A view that goes as {@code clock} does. */
  public PausableClock(Clock clock) {
    this.clock = clock;
  }

  @Override
  public long millis() {
    return clock.millis();
  }

  /** How long all its pauses have been; the one that lasts counts when it is over. */
  public synchronized long pausedMillis() {
    return pausedFor;
  }

  private long elapsed() {
    return (pausedSince == RUNS ? clock.millis() : pausedSince) - pausedFor;
  }

  @Override
  public Timer schedule(long atMillis, Runnable action) {
    Entry entry;
    synchronized (this) {
      var wait = atMillis - clock.millis();
      entry = new Entry(elapsed() + wait, order++, action);
      waiting.add(entry);
    }
    await(entry);
    return () -> cancel(entry);
  }

  /** Without the lock: the clock beneath may run at once what is due. */
  private void await(Entry entry) {
    long at;
    synchronized (this) {
      if (pausedSince != RUNS || !waiting.contains(entry)) {
        return;
      }
      at = entry.due + pausedFor;
    }
    var timer = clock.schedule(at, () -> moment(entry));
    synchronized (this) {
      if (waiting.contains(entry)) {
        entry.timer = timer;
        return;
      }
    }
    timer.cancel();
  }

  private void moment(Entry entry) {
    boolean isDue;
    synchronized (this) {
      if (pausedSince != RUNS || !waiting.contains(entry)) {
        return; // going on schedules it again
      }
      isDue = entry.due <= elapsed();
      if (isDue) {
        waiting.remove(entry);
      }
    }
    if (isDue) {
      entry.action.run();
    } else {
      await(entry);
    }
  }

  private synchronized void cancel(Entry entry) {
    waiting.remove(entry);
    entry.stopWaiting();
  }

  /** Nothing comes nearer from now on. */
  public synchronized void pause() {
    if (pausedSince == RUNS) {
      pausedSince = clock.millis();
    }
  }

  /** What waits goes on waiting for what is left. */
  public void goOn() {
    List<Entry> left;
    synchronized (this) {
      if (pausedSince == RUNS) {
        return;
      }
      pausedFor += clock.millis() - pausedSince;
      pausedSince = RUNS;
      left = new ArrayList<>(waiting);
      left.forEach(Entry::stopWaiting);
    }
    left.sort(Comparator.<Entry>comparingLong(it -> it.due).thenComparingLong(it -> it.order));
    left.forEach(this::await);
  }

  /** Forgets the callbacks of this view; the clock beneath goes on. */
  @Override
  public synchronized void close() {
    waiting.forEach(Entry::stopWaiting);
    waiting.clear();
  }
}
