package dev.durascope.runtime.worker;

/**
 * How calls of stubs come into an isolate and how their results leave: in a Durable Object through
 * its gates. On the isolate's thread only.
 */
interface Admission {
  /** Whether events have to wait. */
  boolean isShut();

  /**
   * Runs {@code turn} when events may come in. What was made inside of a {@code
   * blockConcurrencyWhile()} may be called at once while that lasts: it may be what is waited for.
   */
  void admit(boolean madeWhileShut, Runnable turn);

  /** Runs {@code tell} when earlier writes are durable. */
  void settle(Runnable tell);

  /** Counts the values of this isolate that others hold stubs of. */
  void held(int change);
}
