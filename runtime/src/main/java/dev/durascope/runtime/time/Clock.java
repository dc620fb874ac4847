package dev.durascope.runtime.time;

/**
 * The only source of time: what {@code Date.now()}, timers, alarms and idle limits see.
 *
 * <p>Whatever waits for a moment asks the clock to call it back instead of sleeping, so that a test
 * or a user can freeze time, step it, or jump to the next alarm.
 */
public interface Clock extends AutoCloseable {
  /** Milliseconds since the Unix epoch. */
  long millis();

  /**
   * Calls {@code action} once, as soon as {@link #millis()} is at least {@code atMillis}; a moment
   * in the past means at once. The action runs on the clock's thread: it must only post work
   * elsewhere.
   */
  Timer schedule(long atMillis, Runnable action);

  /** Forgets all callbacks. */
  @Override
  void close();

  /** A callback that waits for its moment. */
  interface Timer {
    /** Forgets the callback; without effect once it has run. */
    void cancel();
  }
}
