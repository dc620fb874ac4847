package dev.durascope.runtime.storage;

/**
 * A point in an object's pending writes, ended exactly once by {@link #release} or {@link
 * #rollback}.
 *
 * <p>Savepoints nest: only the innermost may be ended, else {@link IllegalStateException}. {@link
 * ObjectStore#rollback} ends them all.
 */
public interface Savepoint {

  /**
   * Keeps the writes since this point; they are durable after the next {@link ObjectStore#commit}.
   */
  void release();

  /** Undoes the writes since this point. */
  void rollback();

  /** Returns whether this savepoint has been ended, by itself or with the whole transaction. */
  boolean isEnded();
}
