package dev.durascope.runtime.api;

/**
 * The way out of an isolate: everything JavaScript sends to the outside (socket frames, fetches)
 * passes here, so that a Durable Object's output gate can hold it until earlier writes are durable.
 */
@FunctionalInterface
public interface Outbox {
  /** An outbox without a gate. */
  Outbox OPEN = Runnable::run;

  /**
   * Runs {@code message} at once, or, in order, when the gate opens; never if the gate breaks.
   * Called on the isolate's thread.
   */
  void send(Runnable message);
}
