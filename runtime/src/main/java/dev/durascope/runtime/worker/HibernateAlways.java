package dev.durascope.runtime.worker;

import dev.durascope.runtime.durable.OutputGate;
import dev.durascope.runtime.time.Clock;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Has an object hibernate after every event, {@link
 * dev.durascope.runtime.durable.Hibernation#ALWAYS}: at the first end of a turn at which no event
 * is in progress, everything that was sent has left, and nothing else keeps the object in memory.
 * Events that overlap thus share an instance; events that only wait for their turn do not.
 *
 * <p>What keeps it there for longer than {@link #PATIENCE_MILLIS} is told, since the user asked for
 * something that the object's code does not allow. On the isolate's thread only.
 */
final class HibernateAlways {
  /** How long the object may be kept without a word: a fetch takes its time. */
  static final long PATIENCE_MILLIS = 1_000;

  private final Clock clock;
  private final Blockers blockers;
  private final OutputGate outputGate;
  private final BooleanSupplier end;
  private final Consumer<String> tell;
  private boolean hasHandledEvent;
  private Clock.@Nullable Timer patience;

  /**
   * @param end ends the object, though events may wait; false if it ends already
   * @param tell told what keeps the object in memory
   */
  HibernateAlways(
      Clock clock,
      Blockers blockers,
      OutputGate outputGate,
      BooleanSupplier end,
      Consumer<String> tell) {
    this.clock = clock;
    this.blockers = blockers;
    this.outputGate = outputGate;
    this.end = end;
    this.tell = tell;
  }

  /** An event has come: without one an instance would be made and dropped for nothing. */
  void eventTaken() {
    hasHandledEvent = true;
    forget();
  }

  /** A turn is over, and no event is in progress; says whether the object has ended. */
  boolean turnEnded(Executor turns) {
    if (!hasHandledEvent || outputGate.held() > 0) {
      return false;
    }
    if (blockers.all().isEmpty()) {
      return end.getAsBoolean();
    }
    if (patience == null) {
      patience =
          clock.schedule(
              clock.millis() + PATIENCE_MILLIS,
              () -> turns.execute(() -> blockers.all().forEach(tell)));
    }
    return false;
  }

  /** The object has ended. */
  void forget() {
    if (patience != null) {
      patience.cancel();
      patience = null;
    }
  }
}
