package dev.durascope.runtime.time;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * A clock that stands still until {@link #advance} moves it; callbacks run on the caller's thread.
 */
public final class ManualClock implements Clock {
  private record Entry(long at, long order, Runnable action) {}

  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparingLong(Entry::at).thenComparingLong(Entry::order));
  private long now;
  private long order;

  /** A clock that shows {@code startMillis} (milliseconds since the Unix epoch). */
  public ManualClock(long startMillis) {
    now = startMillis;
  }

  @Override
  public synchronized long millis() {
    return now;
  }

  @Override
  public synchronized Timer schedule(long atMillis, Runnable action) {
    var entry = new Entry(atMillis, order++, action);
    entries.add(entry);
    notifyAll();
    return () -> cancel(entry);
  }

  /** Moves time on by {@code millis} and runs, in order, each callback whose moment has come. */
  public void advance(long millis) {
    long target;
    synchronized (this) {
      target = now + millis;
    }
    for (var entry = nextUpTo(target); entry != null; entry = nextUpTo(target)) {
      entry.action().run();
    }
    synchronized (this) {
      now = target;
    }
  }

  @Override
  public synchronized void close() {
    entries.clear();
  }

  /** Waits until at least {@code count} callbacks wait for their moment. */
  public synchronized void awaitTimers(int count) throws InterruptedException {
    while (entries.size() < count) {
      wait();
    }
  }

  /**
   * Waits until a callback is due no less than {@code least} and no more than {@code most} from
   * now.
   */
  public synchronized void awaitTimerBetween(long least, long most) throws InterruptedException {
    while (entries.stream().noneMatch(it -> it.at() - now >= least && it.at() - now <= most)) {
      wait();
    }
  }

  private synchronized void cancel(Entry entry) {
    entries.remove(entry);
  }

  private synchronized @Nullable Entry nextUpTo(long target) {
    var first = entries.peek();
    if (first == null || first.at() > target) {
      return null;
    }
    entries.remove();
    now = Math.max(now, first.at());
    return first;
  }
}
