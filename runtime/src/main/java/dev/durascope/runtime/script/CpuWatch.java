package dev.durascope.runtime.script;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Notices turns that use too much processor time: an endless loop, mostly. Time in which the thread
 * waits does not count, so an isolate that a debugger holds is in no danger. Its loop hears of a
 * turn long before that is over the limit.
 *
 * <p>One thread looks at all isolates from time to time; the isolates themselves pay for no more
 * than a counter.
 */
final class CpuWatch implements AutoCloseable {
  private static final long PERIOD_MILLIS = 250;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Set<Watched> watched = ConcurrentHashMap.newKeySet();
  private boolean running;

  /** An isolate's loop, and what was last seen of it. On the watch's thread. */
  final class Watched {
    private final Isolate isolate;
    private final long limitNanos;
    private final Runnable exceeded;
    private long turn = -1;
    private long startNanos;

    private Watched(Isolate isolate, long limitMillis, Runnable exceeded) {
      this.isolate = isolate;
      this.limitNanos = TimeUnit.MILLISECONDS.toNanos(limitMillis);
      this.exceeded = exceeded;
    }

    private void look() {
      var current = isolate.loop().runningTurn();
      if (current == EventLoop.NO_TURN || isolate.isPaused()) {
        turn = EventLoop.NO_TURN;
        return;
      }
      var used = threads.getThreadCpuTime(isolate.thread().threadId());
      if (current != turn) {
        turn = current;
        startNanos = used;
        return;
      }
      isolate.loop().turnDrags();
      if (used - startNanos > limitNanos) {
        watched.remove(this);
        exceeded.run();
      }
    }

    void forget() {
      watched.remove(this);
    }
  }

  /** Calls {@code exceeded} once, on a thread of its own, when a turn goes over the limit. */
  Watched watch(Isolate isolate, long limitMillis, Runnable exceeded) {
    var entry = new Watched(isolate, limitMillis, exceeded);
    watched.add(entry);
    start();
    return entry;
  }

  private synchronized void start() {
    if (!running) {
      running = true;
      Thread.ofPlatform().name("cpu watch").daemon().start(this::run);
    }
  }

  private synchronized void run() {
    try {
      while (running) {
        wait(PERIOD_MILLIS);
        watched.forEach(Watched::look);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized void close() {
    running = false;
    notifyAll();
  }
}
