package dev.durascope.runtime.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * Times small operations by hand; never part of the gate. Reports the thread's own processor time,
 * which other programs on the machine disturb less, and the time on the clock.
 */
final class Bench {

  private static final int ROUNDS = 6;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Bench() {}

  /** An operation; {@code i} tells its calls apart. */
  @FunctionalInterface
  interface Operation {
    void run(int i) throws Exception;
  }

  static void run(String name, int operations, Operation operation) throws Exception {
    long bestProcessor = Long.MAX_VALUE;
    long bestClock = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long processor = THREADS.getCurrentThreadCpuTime();
      long clock = System.nanoTime();
      for (int i = 0; i < operations; i++) {
        operation.run(i);
      }
      bestProcessor = Math.min(bestProcessor, THREADS.getCurrentThreadCpuTime() - processor);
      bestClock = Math.min(bestClock, System.nanoTime() - clock);
    }
    System.out.printf(
        "%-42s %9.2f µs (processor) %9.2f µs (clock) %,12d /s%n",
        name,
        bestProcessor / 1e3 / operations,
        bestClock / 1e3 / operations,
        operations * 1_000_000_000L / bestClock);
  }
}
