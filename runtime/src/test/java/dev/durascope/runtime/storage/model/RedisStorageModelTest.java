package dev.durascope.runtime.storage.model;

import dev.durascope.runtime.storage.NamespaceStorage;
import dev.durascope.runtime.storage.redis.RedisPeer;
import dev.durascope.runtime.storage.redis.RedisStorage;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class RedisStorageModelTest extends StorageModelContract {
  private static RedisPeer peer;
  private static RedisStorage storage;
  private int programs;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    // What is on disk is not in question here, and would take long.
    peer = RedisPeer.start(folder.resolve("redis"), "--appendonly", "no");
    storage = RedisStorage.connect(peer.address());
  }

  @AfterAll
  static void stop() {
    storage.close();
    peer.close();
  }

  @Override
  Backend createBackend() {
    return new OneClass("test-Subject" + ++programs);
  }

  @Override
  boolean suits(Step step) {
    return !(step instanceof Step.OfTables);
  }

  /** A class for each program. A commit is one request to the server: nobody dies in its midst. */
  private record OneClass(String uniqueKey) implements Backend {
    @Override
    public NamespaceStorage open() {
      return storage.namespace(uniqueKey);
    }

    @Override
    public void die() {
      throw new IllegalStateException("The server does not die with the process");
    }

    @Override
    public boolean outlivesTheProcess() {
      return false;
    }

    @Override
    public void close() {
      // The next program has another class.
    }
  }
}
