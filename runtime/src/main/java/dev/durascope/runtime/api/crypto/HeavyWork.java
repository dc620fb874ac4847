package dev.durascope.runtime.api.crypto;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads for what takes long: making an RSA key, stretching a password. As many as there are
 * processors, shared by all isolates, gone when idle.
 */
final class HeavyWork {
  private static final int IDLE_SECONDS = 10;
  private static final Executor THREADS = threads();

  private HeavyWork() {}

  /** Runs {@code work} on another thread. */
  static void run(Runnable work) {
    THREADS.execute(work);
  }

  private static Executor threads() {
    var count = Runtime.getRuntime().availableProcessors();
    var pool =
        new ThreadPoolExecutor(
            count,
            count,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("cryptography ", 1).factory());
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }
}
