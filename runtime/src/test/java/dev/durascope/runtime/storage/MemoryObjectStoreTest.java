package dev.durascope.runtime.storage;

class MemoryObjectStoreTest extends ObjectStoreContract {

  @Override
  NamespaceStorage createNamespace() {
    return new MemoryNamespaceStorage();
  }
}
