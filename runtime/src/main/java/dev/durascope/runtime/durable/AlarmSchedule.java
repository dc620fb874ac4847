package dev.durascope.runtime.durable;

import dev.durascope.runtime.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/**
 * The alarms of one namespace: when each is due, and how often it has failed.
 *
 * <p>Storage is what makes an alarm certain; this is only the waiting. An alarm runs at least once:
 * it stays stored until its handler has succeeded, and after a failure it comes again, first after
 * two seconds, then after twice as long each time, give or take a quarter, six times
 * (https://developers.cloudflare.com/durable-objects/api/alarms/). Usable on any thread.
 */
public final class AlarmSchedule {
  /** Retries that are made after the first failure. */
  public static final int MAX_RETRIES = 6;

  /** The wait before the first retry, in milliseconds. */
  public static final long FIRST_RETRY_MILLIS = 2_000;

  private static final double JITTER = 0.25;

  /** Runs an object's alarm that is due. */
  @FunctionalInterface
  public interface Runner {
    /** Must hand over; the result comes back by {@link #succeeded} or {@link #failed}. */
    void run(DurableObjectId id, long scheduledTime, int retryCount);
  }

  private record Pending(long scheduledTime, int retryCount, Clock.Timer timer, boolean running) {}

  private final Clock clock;
  private final RandomGenerator random;
  private final Runner runner;
  private final Map<DurableObjectId, Pending> pending = new HashMap<>();

  private boolean closed;

  AlarmSchedule(Clock clock, RandomGenerator random, Runner runner) {
    this.clock = clock;
    this.random = random;
    this.runner = runner;
  }

  /** Sets an object's alarm, in place of the one it had. */
  public void set(DurableObjectId id, long atMillis) {
    schedule(id, atMillis, atMillis, 0);
  }

  /** Takes an object's alarm away. */
  public synchronized void delete(DurableObjectId id) {
    var old = pending.remove(id);
    if (old != null) {
      old.timer().cancel();
    }
  }

  /** When the object's alarm is due or, after a failure, was due. */
  public synchronized OptionalLong get(DurableObjectId id) {
    var entry = pending.get(id);
    return entry == null ? OptionalLong.empty() : OptionalLong.of(entry.scheduledTime());
  }

  /** Runs the object's alarm at once; false if it has none. */
  public boolean fireNow(DurableObjectId id) {
    Pending entry;
    synchronized (this) {
      entry = pending.get(id);
      if (entry == null) {
        return false;
      }
      entry.timer().cancel();
    }
    due(id, entry.scheduledTime(), entry.retryCount());
    return true;
  }

  /** The handler has succeeded, and has set no new alarm. */
  public void succeeded(DurableObjectId id) {
    delete(id);
  }

  /**
   * The handler has failed: the alarm will come again.
   *
   * @return false if it has failed too often and is given up
   */
  public boolean failed(DurableObjectId id, long scheduledTime, int retryCount) {
    if (retryCount >= MAX_RETRIES) {
      delete(id);
      return false;
    }
    var wait = FIRST_RETRY_MILLIS << retryCount;
    var jitter = (long) (wait * JITTER * (random.nextDouble() * 2 - 1));
    schedule(id, scheduledTime, clock.millis() + wait + jitter, retryCount + 1);
    return true;
  }

  private synchronized void schedule(
      DurableObjectId id, long scheduledTime, long atMillis, int retryCount) {
    delete(id);
    if (closed) {
      return;
    }
    var timer = clock.schedule(atMillis, () -> due(id, scheduledTime, retryCount));
    pending.put(id, new Pending(scheduledTime, retryCount, timer, false));
  }

  /** Runs the handler, unless it already runs for this alarm. */
  private void due(DurableObjectId id, long scheduledTime, int retryCount) {
    synchronized (this) {
      var entry = pending.get(id);
      if (entry == null || entry.running()) {
        return;
      }
      pending.put(id, new Pending(scheduledTime, retryCount, entry.timer(), true));
    }
    runner.run(id, scheduledTime, retryCount);
  }

  /** Stops all waiting; nothing stored changes. */
  synchronized void close() {
    closed = true;
    pending.values().forEach(entry -> entry.timer().cancel());
    pending.clear();
  }
}
