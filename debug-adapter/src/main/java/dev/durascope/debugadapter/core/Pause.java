package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.debug.SuspendedEvent;
import com.oracle.truffle.api.source.SourceSection;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The time in which one isolate's thread stands still.
 *
 * <p>The engine lets frames and values be touched on the paused thread only. So the thread does not
 * sleep: it {@linkplain #park serves} a queue of tasks that other threads {@linkplain #ask leave}
 * there, until one of them says how to go on. A task that comes too late fails with {@link
 * NotPausedException}.
 */
final class Pause implements ThreadAccess {

  private final SuspendedEvent event;
  private final Stop stop;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Work<?>> queue = new ArrayDeque<>();
  private @Nullable Departure departure;
  private volatile List<SourceSection> targets = List.of();

  Pause(SuspendedEvent event, Stop stop) {
    this.event = event;
    this.stop = stop;
  }

  /** The suspended event; to be used by tasks of this pause only. */
  SuspendedEvent event() {
    return event;
  }

  Stop stop() {
    return stop;
  }

  /** The calls that a step can go into, as the user has been told of them. */
  List<SourceSection> targets() {
    return targets;
  }

  void offer(List<SourceSection> calls) {
    targets = calls;
  }

  @Override
  public <T> CompletableFuture<T> ask(ThreadTask<T> task) {
    var work = new Work<>(task, new CompletableFuture<T>());
    lock.lock();
    try {
      if (departure != null) {
        work.answer.completeExceptionally(new NotPausedException());
      } else {
        queue.addLast(work);
        changed.signal();
      }
    } finally {
      lock.unlock();
    }
    return work.answer;
  }

  /**
   * Ends the pause.
   *
   * @return false when it has been ended before
   */
  boolean end(Resumption how) {
    return end(new Departure.Go(how));
  }

  /** The same for any way of going on. */
  boolean end(Departure how) {
    lock.lock();
    try {
      if (departure != null) {
        return false;
      }
      departure = how;
      changed.signal();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Serves tasks on the paused thread until the pause is ended; tasks left over fail. */
  Departure park() {
    while (true) {
      Work<?> next;
      lock.lock();
      try {
        while (queue.isEmpty() && departure == null) {
          changed.awaitUninterruptibly();
        }
        if (departure != null) {
          queue.forEach(Work::refuse);
          queue.clear();
          return departure;
        }
        next = queue.removeFirst();
      } finally {
        lock.unlock();
      }
      next.run();
    }
  }

  private record Work<T>(ThreadTask<T> task, CompletableFuture<T> answer) {

    void run() {
      try {
        answer.complete(task.run());
      } catch (DebuggerException | RuntimeException | StackOverflowError e) {
        answer.completeExceptionally(e);
      }
    }

    void refuse() {
      answer.completeExceptionally(new NotPausedException());
    }
  }
}
