package dev.durascope.runtime.bundle.watch;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Runs tasks later, one at a time. A test has one of its own, in which time passes when it says so.
 */
public interface Delay extends AutoCloseable {

  /** Runs the task after the time; running the result before that cancels it. */
  Runnable after(Duration time, Runnable task);

  @Override
  void close();

  /** Real time, on one daemon thread. */
  static Delay real() {
    ScheduledExecutorService timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("source-changes").unstarted(task));
    return new Delay() {
      @Override
      public Runnable after(Duration time, Runnable task) {
        var scheduled = timer.schedule(task, time.toNanos(), TimeUnit.NANOSECONDS);
        return () -> scheduled.cancel(false);
      }

      @Override
      public void close() {
        timer.shutdownNow();
      }
    };
  }
}
