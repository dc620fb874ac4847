package dev.durascope.runtime.time;

import java.util.Comparator;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A clock that a user can stop, set going again and move on. Until then it is the machine's.
 *
 * <p>Callbacks wait in one queue by this clock's time; the machine's clock is only asked to wait
 * for the first of them, and for none while time stands still. When time is moved on, each callback
 * runs at its own moment, in order, so that what they see of the time is what it would have been.
 * Usable on any thread; callbacks run without the lock.
 */
public final class SteerableClock implements Clock {
  private record Entry(long at, long order, Runnable action) {}

  private final Clock machine;
  private final TreeSet<Entry> entries =
      new TreeSet<>(Comparator.comparingLong(Entry::at).thenComparingLong(Entry::order));
  private long order;
  private long ahead;
  private OptionalLong standsAt = OptionalLong.empty();
  private @Nullable Timer waiting;
  private long waitsUntil;

  /** A clock that goes as {@code machine} does. */
  public SteerableClock(Clock machine) {
    this.machine = machine;
  }

  @Override
  public synchronized long millis() {
    return standsAt.isPresent() ? standsAt.getAsLong() : machine.millis() + ahead;
  }

  /** Whether time stands still. */
  public synchronized boolean isFrozen() {
    return standsAt.isPresent();
  }

  @Override
  public Timer schedule(long atMillis, Runnable action) {
    Entry entry;
    synchronized (this) {
      entry = new Entry(atMillis, order++, action);
      entries.add(entry);
      await();
    }
    runDue(); // what is due already does not wait for time to go on
    return () -> cancel(entry);
  }

  private synchronized void cancel(Entry entry) {
    entries.remove(entry);
  }

  /** Has the machine's clock wait for the first callback, unless it waits for an earlier one. */
  private void await() {
    if (standsAt.isPresent() || entries.isEmpty()) {
      return;
    }
    var at = entries.first().at() - ahead;
    if (waiting == null || at < waitsUntil) {
      stopWaiting();
      waitsUntil = at;
      waiting = machine.schedule(at, this::moment);
    }
  }

  private void stopWaiting() {
    if (waiting != null) {
      waiting.cancel();
      waiting = null;
    }
  }

  private void moment() {
    synchronized (this) {
      waiting = null;
    }
    runDue();
    synchronized (this) {
      await();
    }
  }

  private void runDue() {
    for (var due = next(millis()); due != null; due = next(millis())) {
      due.action().run();
    }
  }

  private synchronized @Nullable Entry next(long until) {
    return entries.isEmpty() || entries.first().at() > until ? null : entries.pollFirst();
  }

  /** Time stands still from now on. */
  public synchronized void freeze() {
    standsAt = OptionalLong.of(millis());
    stopWaiting();
  }

  /** Time goes on from where it stands. */
  public void resume() {
    synchronized (this) {
      if (standsAt.isPresent()) {
        ahead = standsAt.getAsLong() - machine.millis();
        standsAt = OptionalLong.empty();
      }
      await();
    }
  }

  /** Moves time on, and runs in order each callback whose moment comes thereby. */
  public void advance(long millis) {
    boolean stood;
    long target;
    synchronized (this) {
      stood = standsAt.isPresent();
      target = millis() + Math.max(0, millis);
      freeze();
    }
    for (var due = next(target); due != null; due = next(target)) {
      synchronized (this) {
        standsAt = OptionalLong.of(Math.max(millis(), due.at()));
      }
      due.action().run();
    }
    synchronized (this) {
      standsAt = OptionalLong.of(target);
    }
    if (!stood) {
      resume();
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      entries.clear();
      stopWaiting();
    }
    machine.close();
  }
}
