package dev.durascope.runtime.script;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.graalvm.polyglot.PolyglotException;

/**
 * The queue of turns of one isolate. A turn is one task and all the microtasks it leaves behind;
 * they drain when the outermost call from Java into JavaScript returns, so within a turn no other
 * event can come between.
 *
 * <p>After each turn the loop calls its {@link TurnListener}: there a Durable Object commits what
 * the turn wrote and lets its messages go.
 */
public final class EventLoop {
  private static final Logger LOG = System.getLogger(EventLoop.class.getName());

  /** Told on the loop's thread when a turn is over. */
  @FunctionalInterface
  public interface TurnListener {
    /** All JavaScript of the turn has run. */
    void turnEnded();
  }

  private final TurnQueue queue = new TurnQueue();
  private final Queue<Runnable> endActions = new ArrayDeque<>(); // on the loop's thread

  /** What {@link #runningTurn} says between turns. */
  static final long NO_TURN = -1;

  private volatile boolean closed;
  private volatile long runningTurn = NO_TURN;
  private long turns;
  private Consumer<RuntimeException> exhausted = failure -> {};
  private TurnListener listener = () -> {};
  private Runnable unwound = () -> {};
  private Runnable settled = () -> {};
  private volatile Runnable dragging = () -> {};

  EventLoop() {}

  /**
   * Adds a turn; any thread may. A turn posted to a loop that has ended is dropped: what it was for
   * ended with the isolate.
   */
  public void post(Runnable turn) {
    if (!closed) {
      queue.add(turn);
    }
  }

  /** Like {@link #post}, but tells the caller when the loop has ended. */
  public void postOrReject(Runnable turn) {
    if (closed) {
      throw new RejectedExecutionException("The isolate has ended");
    }
    queue.add(turn);
  }

  /**
   * Sets who hears of the end of turns; on the loop's thread, before the first turn that matters.
   */
  public void onTurnEnd(TurnListener turnListener) {
    listener = turnListener;
  }

  /**
   * Runs {@code action} once when the running turn is over, however it ends, and before the
   * listener hears of it. Within a turn.
   */
  public void atTurnEnd(Runnable action) {
    endActions.add(action);
  }

  /**
   * Sets who runs what wakes the loop's thread, on the thread that has posted a turn; it may put it
   * off for a moment. Any thread.
   */
  public void wakeBy(Consumer<Runnable> action) {
    queue.wakeBy(action);
  }

  /**
   * Sets who hears when the loop has nothing more to do with a turn, however that went, and when
   * the loop itself has ended. On the loop's thread.
   */
  public void onSettled(Runnable action) {
    settled = action;
  }

  /**
   * Sets who hears of a turn that takes long, some hundred milliseconds at least, and hears of it
   * again as long as it goes on; on another thread. Any thread.
   */
  public void onDraggingTurn(Runnable action) {
    dragging = action;
  }

  /** The running turn takes long. Any thread. */
  void turnDrags() {
    dragging.run();
  }

  /** Sets who hears of it when JavaScript has used up the memory. On the loop's thread. */
  void onExhausted(Consumer<RuntimeException> action) {
    exhausted = action;
  }

  /** Sets who puts in order what a turn leaves that was unwound. On the loop's thread. */
  void onUnwound(Runnable action) {
    unwound = action;
  }

  /** The number of the turn that is running, or {@link #NO_TURN}. Any thread. */
  long runningTurn() {
    return runningTurn;
  }

  /** Whether a turn is waiting that will be run. Any thread. */
  public boolean hasWaitingTurns() {
    return !closed && !queue.isEmpty();
  }

  /** Runs turns until {@link #stop}. */
  void run() {
    try {
      while (!closed) {
        var turn = queue.take();
        try {
          runningTurn = ++turns;
          run(turn);
          listener.turnEnded();
        } catch (RuntimeException | StackOverflowError e) {
          if (closed) {
            return;
          }
          if (e instanceof PolyglotException polyglot && polyglot.isResourceExhausted()) {
            exhausted.accept(polyglot);
          } else {
            LOG.log(Level.ERROR, "A turn of the event loop failed", e);
          }
        } finally {
          runningTurn = NO_TURN;
          settled.run();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      closed = true;
      queue.clear();
      settled.run();
    }
  }

  private void run(Runnable turn) {
    try {
      turn.run();
    } catch (PolyglotException e) {
      if (!Unwinding.is(e)) {
        throw e;
      }
      unwound.run();
    } finally {
      for (var action = endActions.poll(); action != null; action = endActions.poll()) {
        action.run();
      }
    }
  }

  /** Ends the loop after the turn in progress; what is still queued is dropped. */
  void stop() {
    closed = true;
    queue.clear();
    queue.addLast(() -> {}); // wakes the thread up
  }
}
