package dev.durascope.runtime.storage;

import java.time.Duration;

class MemoryStorageInspectorTest extends StorageInspectorContract {

  @Override
  NamespaceStorage createNamespace() {
    return MemoryNamespaceStorage.waiting(Duration.ofMillis(200));
  }
}
