package dev.durascope.runtime.storage.redis;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps an object's pending transaction and edits from outside apart: an edit waits until no
 * transaction is pending, and none begins during an edit. Any thread.
 */
final class Settling {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition settled = lock.newCondition();
  private boolean pending;

  void begin() {
    lock.lock();
    try {
      pending = true;
    } finally {
      lock.unlock();
    }
  }

  void end() {
    lock.lock();
    try {
      pending = false;
      settled.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Runs an edit as soon as it may; says false if that takes too long. */
  boolean edit(Duration patience, Runnable action) {
    lock.lock();
    try {
      var left = patience.toNanos();
      while (pending) {
        if (left <= 0) {
          return false;
        }
        left = settled.awaitNanos(left);
      }
      action.run();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }
}
