package dev.durascope.languageserver.running;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Time that passes when a test says so. */
final class FakeTimer implements Timer {

  private record Waiting(Instant when, Runnable work) {}

  private final List<Waiting> waiting = new ArrayList<>();
  private final BlockingQueue<Duration> asked = new LinkedBlockingQueue<>();
  private Instant now = Instant.EPOCH;

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public synchronized void after(Duration delay, Runnable work) {
    waiting.add(new Waiting(now.plus(delay), work));
    asked.add(delay);
  }

  /** How long the next work that comes is to wait. */
  Duration nextWait() throws InterruptedException {
    var delay = asked.poll(20, TimeUnit.SECONDS);
    if (delay == null) {
      throw new AssertionError("nothing waits");
    }
    return delay;
  }

  void pass(Duration time) {
    List<Waiting> due;
    synchronized (this) {
      now = now.plus(time);
      due = waiting.stream().filter(each -> !each.when().isAfter(now)).toList();
      waiting.removeAll(due);
    }
    due.forEach(each -> each.work().run());
  }
}
