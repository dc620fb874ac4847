package dev.durascope.languageserver.running;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The time, and work that waits for it. */
public interface Timer {

  Instant now();

  /** Runs {@code work} once, on a thread of its own, when {@code delay} has passed. */
  void after(Duration delay, Runnable work);

  /** The machine's. */
  static Timer ofSystem() {
    return new Timer() {
      @Override
      public Instant now() {
        return Instant.now();
      }

      @Override
      public void after(Duration delay, Runnable work) {
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS).execute(work);
      }
    };
  }
}
