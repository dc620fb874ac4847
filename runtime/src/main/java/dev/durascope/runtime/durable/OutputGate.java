package dev.durascope.runtime.durable;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.BooleanSupplier;

/**
 * The output gate: what an object sends (responses, socket messages, fetches) leaves only after
 * everything it wrote before is durable, so that nobody ever sees an effect that a crash then
 * undoes.
 *
 * <p>Writes are committed at the end of each turn, so a held message waits for that. When a commit
 * fails, the gate is broken: the messages are lost with the object, and so is what code still sends
 * that does not know yet. On the isolate's thread only.
 */
public final class OutputGate {
  private final BooleanSupplier pendingWrites;
  private final Queue<Runnable> held = new ArrayDeque<>();
  private volatile boolean broken;

  /** A gate that is shut while {@code pendingWrites} says so. */
  public OutputGate(BooleanSupplier pendingWrites) {
    this.pendingWrites = pendingWrites;
  }

  /** Sends now, or as soon as the gate opens; always in the order of the calls. */
  public void send(Runnable message) {
    if (broken) {
      return;
    }
    if (held.isEmpty() && !pendingWrites.getAsBoolean()) {
      message.run();
    } else {
      held.add(message);
    }
  }

  /** Lets everything go that was held; all writes are durable now. */
  public void open() {
    while (!held.isEmpty() && !broken) {
      held.remove().run();
    }
  }

  /** Lets nothing go any more: the writes before it were lost, or the object is. Any thread. */
  public void breakOff() {
    broken = true;
  }

  /** Whether what is sent now has to wait. */
  public boolean isShut() {
    return broken || !held.isEmpty() || pendingWrites.getAsBoolean();
  }

  /** How many messages wait. */
  public int held() {
    return held.size();
  }
}
