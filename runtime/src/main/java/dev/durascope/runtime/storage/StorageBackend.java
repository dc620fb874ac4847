package dev.durascope.runtime.storage;

/** The storage of all classes of a project, opened. Usable on any thread. */
@FunctionalInterface
public interface StorageBackend extends AutoCloseable {
  /**
   * Returns the storage of a class; to be asked once for each, and to be closed by who has asked.
   *
   * @param uniqueKey {@code worker-Class}
   */
  NamespaceStorage namespace(String uniqueKey);

  /** Closes what the classes share, when the storage of each is closed. */
  @Override
  default void close() {}
}
