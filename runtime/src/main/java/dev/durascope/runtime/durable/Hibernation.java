package dev.durascope.runtime.durable;

/** When an object that nothing needs in memory leaves it. */
public enum Hibernation {
  /** After ten seconds without an event, as in production. */
  WHEN_IDLE,
  /**
   * After every event, once its effects have left: each event then meets a new instance, as one
   * that comes after a pause does in production. Code that trusts its memory shows at once.
   */
  ALWAYS
}
