package dev.durascope.runtime.message;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells whoever works on a request that nobody waits for its answer any more. Happens at most once,
 * on any thread; what was registered then runs on the thread that cancels.
 */
public final class Cancellation {
  private final List<Runnable> actions = new ArrayList<>();
  private boolean cancelled;

  /** Whether it has happened. */
  public synchronized boolean isCancelled() {
    return cancelled;
  }

  /** Makes it happen; again calls do nothing. */
  public void cancel() {
    List<Runnable> due;
    synchronized (this) {
      if (cancelled) {
        return;
      }
      cancelled = true;
      due = List.copyOf(actions);
      actions.clear();
    }
    due.forEach(Runnable::run);
  }

  /** Runs {@code action} when it happens, at once if it has. */
  public void onCancel(Runnable action) {
    synchronized (this) {
      if (!cancelled) {
        actions.add(action);
        return;
      }
    }
    action.run();
  }
}
