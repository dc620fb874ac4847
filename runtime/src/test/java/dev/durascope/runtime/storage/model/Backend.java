package dev.durascope.runtime.storage.model;

import dev.durascope.runtime.storage.NamespaceStorage;

/** A place where storage is, for one program. */
interface Backend extends AutoCloseable {
  /** Opens what is there. */
  NamespaceStorage open();

  /**
   * From now on what {@link #open} finds is what would be left if the process died at this moment,
   * with everything still open. Only asked of what outlives the process.
   */
  void die();

  /** Whether the storage outlives the process, so that this may die in the midst of a commit. */
  boolean outlivesTheProcess();

  /** Throws it all away. */
  @Override
  void close();
}
