package dev.durascope.runtime.storage.model;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;

class SqliteStorageModelTest extends StorageModelContract {
  private final AtomicInteger programs = new AtomicInteger();
  @TempDir private Path directory;

  @Override
  Backend createBackend() {
    return new FilesBackend(directory.resolve("program" + programs.incrementAndGet()));
  }
}
