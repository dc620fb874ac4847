package dev.durascope.runtime.time;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The machine's clock, with one daemon thread for all callbacks of the process. */
public final class SystemClock implements Clock {
  private final ScheduledThreadPoolExecutor executor;

  /** A clock whose thread starts with the first callback. */
  public SystemClock() {
    executor =
        new ScheduledThreadPoolExecutor(
            1, runnable -> Thread.ofPlatform().daemon().name("clock").unstarted(runnable));
    executor.setRemoveOnCancelPolicy(true);
  }

  @Override
  public long millis() {
    return System.currentTimeMillis();
  }

  @Override
  public Timer schedule(long atMillis, Runnable action) {
    var delay = Math.max(0, atMillis - millis());
    var future = executor.schedule(action, delay, TimeUnit.MILLISECONDS);
    return () -> future.cancel(false);
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
