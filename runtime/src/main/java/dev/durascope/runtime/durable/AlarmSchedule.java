package dev.durascope.runtime.durable;

import dev.durascope.runtime.time.Clock;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The alarms of one namespace: when each is due, and how often it has failed.
 *
 * <pre>
 *             due                    OVER
 *   WAITING ───────▶ READY ─▶ RUNNING ─────▶ gone, or the one that was set meanwhile
 *      ▲                         │ FAILED, LOST
 *      └────── 2 s · 2^n ────────┘
 * </pre>
 *
 * <p>Storage is what makes an alarm certain; this is only the waiting. An alarm runs at least once:
 * it stays stored until its handler has succeeded, and after a failure it comes again, first after
 * two seconds, then after twice as long each time and up to a quarter more, six times
 * (https://developers.cloudflare.com/durable-objects/api/alarms/; workerd's {@code
 * alarm-scheduler.c++}). An alarm that is set while the handler runs waits until it has ended, and
 * takes the place of any other try. While a debugger holds an object, its alarm does not come
 * nearer: it waits for what is left when the object goes on. Of many alarms that are due at once
 * {@link #MAX_RUNNING} run, the others follow in the order in which they were due. Usable on any
 * thread.
 */
public final class AlarmSchedule {
  /** Retries that are made after the first failure; only failures of user code count. */
  public static final int MAX_RETRIES = 6;

  /** The wait before the first retry, in milliseconds. */
  public static final long FIRST_RETRY_MILLIS = 2_000;

  /** How often the wait is doubled: 2 s · 2^9 is some 17 minutes. */
  static final int MAX_DOUBLINGS = 9;

  /** How many handlers of a namespace run at the same time. */
  static final int MAX_RUNNING = 64;

  private static final double JITTER = 0.25;

  /** Runs an object's alarm that is due. */
  public interface Runner {
    /** Must hand over; the outcome comes back by {@link #ended}. */
    void run(DurableObjectId id, long scheduledTime, int retryCount);

    /** The alarm is given up: the stored one has to go, if it is still the same. */
    void abandon(DurableObjectId id, long scheduledTime);
  }

  /**
   * An alarm as others see it.
   *
   * @param scheduledTime when it is or was due, in milliseconds since the Unix epoch
   * @param nextRun when its handler runs, or runs again; {@code scheduledTime} unless it has failed
   * @param retryCount how often it has failed
   * @param running whether the handler runs now
   */
  public record Waiting(
      DurableObjectId id, long scheduledTime, long nextRun, int retryCount, boolean running) {}

  private enum State {
    WAITING,
    READY,
    RUNNING
  }

  private static final class Entry {
    private final DurableObjectId id;
    private final long scheduledTime;
    private long nextRun;
    private State state = State.WAITING;
    private Clock.@Nullable Timer timer;
    private OptionalLong queued = OptionalLong.empty();
    private long queuedLate;
    private int countedRetries;
    private int doublings;
    private boolean lastCounted;
    private @Nullable CompletableFuture<AlarmOutcome> over;

    private Entry(DurableObjectId id, long scheduledTime) {
      this.id = id;
      this.scheduledTime = scheduledTime;
      this.nextRun = scheduledTime;
    }

    private void stopWaiting() {
      if (timer != null) {
        timer.cancel();
        timer = null;
      }
    }

    private Waiting view() {
      return new Waiting(id, scheduledTime, nextRun, countedRetries, state == State.RUNNING);
    }
  }

  private final Clock clock;
  private final RandomGenerator random;
  private final Runner runner;
  private final Map<DurableObjectId, Entry> entries = new HashMap<>();
  private final Queue<Entry> ready = new ArrayDeque<>();
  private final Map<DurableObjectId, Long> pausedSince = new HashMap<>();
  private int running;
  private boolean closed;

  AlarmSchedule(Clock clock, RandomGenerator random, Runner runner) {
    this.clock = clock;
    this.random = random;
    this.runner = runner;
  }

  /** Sets an object's alarm, in place of the one it had, or after the one that runs. */
  public void set(DurableObjectId id, long atMillis) {
    set(id, atMillis, 0);
  }

  /** The same for one that comes {@code late}, since the object was paused after it had set it. */
  public synchronized void set(DurableObjectId id, long atMillis, long late) {
    var old = entries.get(id);
    if (old != null && old.state == State.RUNNING) {
      old.queued = OptionalLong.of(atMillis);
      old.queuedLate = late;
    } else {
      forget(old);
      wait(new Entry(id, atMillis), atMillis + late);
    }
  }

  /** Takes an object's alarm away; one that runs goes on. */
  public synchronized void delete(DurableObjectId id) {
    var old = entries.get(id);
    if (old != null && old.state == State.RUNNING) {
      old.queued = OptionalLong.empty();
    } else {
      forget(old);
    }
  }

  private void forget(@Nullable Entry entry) {
    if (entry != null) {
      entry.stopWaiting();
      ready.remove(entry);
      entries.remove(entry.id);
    }
  }

  private void wait(Entry entry, long atMillis) {
    if (closed) {
      return;
    }
    entry.state = State.WAITING;
    entry.nextRun = atMillis;
    entries.put(entry.id, entry);
    entry.timer = clock.schedule(atMillis, () -> due(entry));
  }

  /** When the object's alarm is due or, after a failure, was due. */
  public synchronized OptionalLong get(DurableObjectId id) {
    var entry = entries.get(id);
    if (entry == null) {
      return OptionalLong.empty();
    }
    return entry.queued.isPresent() ? entry.queued : OptionalLong.of(entry.scheduledTime);
  }

  /** All that wait or run, the next to run first. */
  public synchronized List<Waiting> all() {
    return entries.values().stream()
        .map(Entry::view)
        .sorted(Comparator.comparingLong(Waiting::nextRun))
        .toList();
  }

  /**
   * Runs the object's alarm at once.
   *
   * @return its end; nothing if there is no alarm, or if it runs already
   */
  public Optional<CompletableFuture<AlarmOutcome>> fireNow(DurableObjectId id) {
    Entry entry;
    synchronized (this) {
      entry = entries.get(id);
      if (entry == null || entry.state == State.RUNNING) {
        return Optional.empty();
      }
      entry.stopWaiting();
      ready.remove(entry);
      entry.state = State.RUNNING;
      entry.over = new CompletableFuture<>();
      running++;
    }
    var over = entry.over;
    runner.run(id, entry.scheduledTime, entry.countedRetries);
    return Optional.of(over);
  }

  /** A debugger holds the object from now on. */
  public synchronized void pause(DurableObjectId id) {
    pausedSince.put(id, clock.millis());
  }

  /** The object goes on: its alarm comes as much later as the pause was long. */
  public synchronized void goOn(DurableObjectId id) {
    var since = pausedSince.remove(id);
    var entry = entries.get(id);
    if (since != null && entry != null && entry.state == State.WAITING) {
      entry.stopWaiting();
      wait(entry, entry.nextRun + clock.millis() - since);
    }
  }

  private void due(Entry entry) {
    synchronized (this) {
      if (entry.state != State.WAITING
          || !entry.equals(entries.get(entry.id))
          || pausedSince.containsKey(entry.id)) {
        return;
      }
      entry.state = State.READY;
      ready.add(entry);
    }
    runReady();
  }

  private void runReady() {
    for (var next = takeReady(); next != null; next = takeReady()) {
      runner.run(next.id, next.scheduledTime, next.countedRetries);
    }
  }

  private synchronized @Nullable Entry takeReady() {
    if (running >= MAX_RUNNING || ready.isEmpty()) {
      return null;
    }
    var next = ready.remove();
    next.state = State.RUNNING;
    running++;
    return next;
  }

  /** A run has ended. */
  public void ended(DurableObjectId id, AlarmOutcome outcome) {
    @Nullable CompletableFuture<AlarmOutcome> over;
    @Nullable Entry abandoned;
    synchronized (this) {
      var entry = entries.get(id);
      over = entry == null ? null : entry.over;
      abandoned = settle(id, outcome);
    }
    if (abandoned != null) {
      runner.abandon(id, abandoned.scheduledTime);
    }
    if (over != null) {
      over.complete(outcome);
    }
    runReady();
  }

  /** The entry that is given up thereby. */
  private synchronized @Nullable Entry settle(DurableObjectId id, AlarmOutcome outcome) {
    var entry = entries.get(id);
    if (entry == null || entry.state != State.RUNNING) {
      return null;
    }
    running--;
    entries.remove(id);
    if (entry.queued.isPresent()) {
      var at = entry.queued.getAsLong();
      wait(new Entry(id, at), at + entry.queuedLate);
      return null;
    }
    return switch (outcome) {
      case OVER -> null;
      case ABANDONED -> entry;
      case FAILED, LOST -> retry(entry, outcome == AlarmOutcome.FAILED) ? null : entry;
    };
  }

  private boolean retry(Entry entry, boolean counts) {
    if (entry.countedRetries >= MAX_RETRIES) {
      return false;
    }
    if (counts) {
      entry.countedRetries++;
      if (!entry.lastCounted) {
        entry.doublings = 0;
      }
    }
    entry.lastCounted = counts;
    var wait = FIRST_RETRY_MILLIS << Math.min(entry.doublings, MAX_DOUBLINGS);
    entry.doublings++;
    wait(entry, clock.millis() + wait + (long) (wait * JITTER * random.nextDouble()));
    return true;
  }

  /** Stops all waiting; nothing stored changes. */
  synchronized void close() {
    closed = true;
    entries.values().forEach(Entry::stopWaiting);
    entries.clear();
    ready.clear();
  }
}
