package dev.durascope.runtime.script;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The turns that wait for a loop's thread, which sleeps while there are none. Any thread may add
 * one, and it is in its place at once; when a sleeper is woken for it may be put off, as {@link
 * #wakeBy} says.
 */
final class TurnQueue {
  private final Queue<Runnable> turns = new ConcurrentLinkedQueue<>();
  private volatile @Nullable Thread sleeper;
  private volatile Consumer<Runnable> waker = Runnable::run;

  /** Sets who runs what wakes the thread, soon, on the thread that has added a turn. Any thread. */
  void wakeBy(Consumer<Runnable> action) {
    waker = action;
  }

  void add(Runnable turn) {
    turns.add(turn);
    if (sleeper != null) {
      waker.accept(this::wake);
    }
  }

  private void wake() {
    var thread = sleeper;
    if (thread != null) {
      LockSupport.unpark(thread);
    }
  }

  /** The next turn; waits for it. On the loop's thread. */
  Runnable take() throws InterruptedException {
    for (; ; ) {
      var turn = turns.poll();
      if (turn != null) {
        return turn;
      }
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      sleep();
    }
  }

  /** Sleeps unless there is a turn: whoever adds one after the look sees the sleeper. */
  private void sleep() {
    sleeper = Thread.currentThread();
    if (turns.isEmpty()) {
      LockSupport.park(this);
    }
    sleeper = null;
  }

  boolean isEmpty() {
    return turns.isEmpty();
  }

  void clear() {
    turns.clear();
  }

  /** Adds a turn for which the thread is woken at once. */
  void addLast(Runnable turn) {
    turns.add(turn);
    wake();
  }
}
