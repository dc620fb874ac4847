package dev.durascope.runtime.message;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells other threads together of what the present one has for them: connections of answers and
 * messages, isolates of turns. To wake a thread costs more than most of what it is woken for, and a
 * thread with turns waiting will soon have more to tell.
 *
 * <p>A thread with an event loop {@linkplain #gather gathers}, and {@linkplain #turnEnded says}
 * when each turn is over. While no turn waits nothing is held back, and never anything longer than
 * to the end of the first turn that ends {@value #LONGEST_NANOS} nanoseconds later. A turn may take
 * its time: whoever notices that has it all {@linkplain #tellAll told} from another thread. On
 * threads without a loop nothing is held back at all.
 */
public final class Handover {
  private static final ThreadLocal<@Nullable Handover> OF_THREAD = new ThreadLocal<>();

  /** How long something is held back while turns go by. */
  static final long LONGEST_NANOS = 500_000;

  private final BooleanSupplier hasMoreTurns;
  private final LongSupplier nanos;
  private final Queue<Runnable> held = new ConcurrentLinkedQueue<>();
  private long since;

  private Handover(BooleanSupplier hasMoreTurns, LongSupplier nanos) {
    this.hasMoreTurns = hasMoreTurns;
    this.nanos = nanos;
  }

  /**
   * Has the present thread gather from now on.
   *
   * @param hasMoreTurns whether the thread has another turn to run, or ever will have
   */
  public static Handover gather(BooleanSupplier hasMoreTurns) {
    return gather(hasMoreTurns, System::nanoTime);
  }

  static Handover gather(BooleanSupplier hasMoreTurns, LongSupplier nanos) {
    var handover = new Handover(hasMoreTurns, nanos);
    OF_THREAD.set(handover);
    return handover;
  }

  /** Runs what tells another thread: now, or together with more of the kind. */
  public static void tell(Runnable message) {
    var ofThread = OF_THREAD.get();
    if (ofThread == null || (ofThread.held.isEmpty() && !ofThread.hasMoreTurns.getAsBoolean())) {
      message.run();
    } else {
      ofThread.hold(message);
    }
  }

  private void hold(Runnable message) {
    if (held.isEmpty()) {
      since = nanos.getAsLong();
    }
    held.add(message);
  }

  /** A turn of the thread is over, or its last. On the thread. */
  public void turnEnded() {
    if (!held.isEmpty()
        && (!hasMoreTurns.getAsBoolean() || nanos.getAsLong() - since >= LONGEST_NANOS)) {
      tellAll();
    }
  }

  /** Tells all that the present thread holds back: its turn will not be over soon. */
  public static void release() {
    var ofThread = OF_THREAD.get();
    if (ofThread != null) {
      ofThread.tellAll();
    }
  }

  /** Tells all that is held back, of two things maybe the later one first. Any thread. */
  public void tellAll() {
    for (var next = held.poll(); next != null; next = held.poll()) {
      next.run();
    }
  }
}
