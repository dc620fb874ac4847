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
 * fails, the messages are discarded with the object. On the isolate's thread only.
 */
public final class OutputGate {
  private final BooleanSupplier pendingWrites;
  private final Queue<Runnable> held = new ArrayDeque<>();

  /** A gate that is shut while {@code pendingWrites} says so. */
  public OutputGate(BooleanSupplier pendingWrites) {
    this.pendingWrites = pendingWrites;
  }

  /** Sends now, or as soon as the gate opens; always in the order of the calls. */
  public void send(Runnable message) {
    if (held.isEmpty() && !pendingWrites.getAsBoolean()) {
      message.run();
    } else {
      held.add(message);
    }
  }

  /** Lets everything go that was held; all writes are durable now. */
  public void open() {
    while (!held.isEmpty()) {
      held.remove().run();
    }
  }

  /** Forgets what was held: the writes before it were lost. */
  public void discard() {
    held.clear();
  }

  /** How many messages wait. */
  public int held() {
    return held.size();
  }
}
