package dev.durascope.runtime.storage.model;

import dev.durascope.runtime.storage.MemoryNamespaceStorage;
import dev.durascope.runtime.storage.NamespaceStorage;

class MemoryStorageModelTest extends StorageModelContract {
  @Override
  Backend createBackend() {
    return new InMemory();
  }

  /** Memory dies with its process; what is tried is the death of the object. */
  private static final class InMemory implements Backend {
    private final MemoryNamespaceStorage storage = new MemoryNamespaceStorage();

    @Override
    public NamespaceStorage open() {
      return storage;
    }

    @Override
    public void die() {
      throw new IllegalStateException("Memory goes with its process");
    }

    @Override
    public boolean outlivesTheProcess() {
      return false;
    }

    @Override
    public void close() {
      storage.close();
    }
  }
}
