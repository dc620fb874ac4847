package dev.durascope.runtime.project;

import dev.durascope.runtime.script.Isolate;
import dev.durascope.runtime.worker.WorkerVersion;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Knows which versions of the code isolates still run, and says when an old one is gone. Usable on
 * any thread.
 */
final class VersionCensus {
  private final Map<Isolate, WorkerVersion> running = new HashMap<>();
  private final Map<WorkerVersion, Integer> isolates = new HashMap<>();
  private final Consumer<WorkerVersion> retired;
  private @Nullable WorkerVersion newest;

  VersionCensus(Consumer<WorkerVersion> retired) {
    this.retired = retired;
  }

  /** A version has come; the one before may be unused already. */
  void released(WorkerVersion version) {
    WorkerVersion old;
    boolean unused;
    synchronized (this) {
      old = newest;
      newest = version;
      unused = old != null && !isolates.containsKey(old);
    }
    if (old != null && unused) {
      retired.accept(old);
    }
  }

  synchronized void started(Isolate isolate, WorkerVersion version) {
    running.put(isolate, version);
    isolates.merge(version, 1, Integer::sum);
  }

  void ended(Isolate isolate) {
    WorkerVersion version;
    boolean unused;
    synchronized (this) {
      version = running.remove(isolate);
      if (version == null) {
        return;
      }
      notifyAll();
      isolates.computeIfPresent(version, (key, count) -> count == 1 ? null : count - 1);
      unused = !version.equals(newest) && !isolates.containsKey(version);
    }
    if (unused) {
      retired.accept(version);
    }
  }

  /** Waits until no isolate is left; false if that takes longer than {@code millis}. */
  synchronized boolean awaitNone(long millis) throws InterruptedException {
    var deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (!running.isEmpty()) {
      var left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }
}
