package dev.durascope.runtime.storage;

/** What is wrong with the user's SQL, in the platform's words. */
public final class SqlException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Whether the pending transaction is still there. */
  public enum Effect {
    /** It is as it was before the statement. */
    NONE,
    /** SQLite has rolled all of it back: the object's memory and its storage differ now. */
    TRANSACTION_LOST
  }

  private final Effect effect;

  SqlException(String message, Effect effect) {
    super(message);
    this.effect = effect;
  }

  SqlException(String message) {
    this(message, Effect.NONE);
  }

  /** What it did to the pending transaction. */
  public Effect effect() {
    return effect;
  }
}
