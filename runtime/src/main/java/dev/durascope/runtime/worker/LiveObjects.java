package dev.durascope.runtime.worker;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts the objects of the process that are in memory. Usable on any thread. */
public final class LiveObjects {
  private final AtomicInteger count = new AtomicInteger();

  /** One more; says how many there are with it. */
  int enter() {
    return count.incrementAndGet();
  }

  /** One less. */
  void leave() {
    count.decrementAndGet();
  }

  /** How many there are. */
  public int count() {
    return count.get();
  }
}
