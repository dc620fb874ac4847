package dev.durascope.runtime.durable;

/**
 * The input gate: while it is shut no new event is delivered to the object.
 *
 * <p>{@code blockConcurrencyWhile()} shuts it explicitly, and so does the constructor. A storage
 * operation needs no explicit shutting: it settles within its turn, and events come between turns
 * only. On the isolate's thread only.
 */
public final class InputGate {
  private final Runnable onOpen;
  private int locks;

  /** An open gate that calls {@code onOpen} whenever it opens again. */
  public InputGate(Runnable onOpen) {
    this.onOpen = onOpen;
  }

  /** Whether events may pass. */
  public boolean isOpen() {
    return locks == 0;
  }

  /** Shuts the gate; each lock needs an unlock. */
  public void lock() {
    locks++;
  }

  /** Takes one lock back. */
  public void unlock() {
    if (locks == 0) {
      throw new IllegalStateException("The gate is open");
    }
    locks--;
    if (locks == 0) {
      onOpen.run();
    }
  }
}
