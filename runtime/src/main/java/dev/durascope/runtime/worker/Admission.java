package dev.durascope.runtime.worker;

/**
 * How the results of calls of stubs leave an isolate: a Durable Object's through its output gate.
 * On the isolate's thread only.
 */
interface Admission {
  /** Runs {@code tell} when earlier writes are durable. */
  void settle(Runnable tell);

  /** Counts the values of this isolate that others hold stubs of. */
  void held(int change);
}
