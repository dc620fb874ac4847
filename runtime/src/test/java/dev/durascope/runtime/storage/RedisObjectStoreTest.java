package dev.durascope.runtime.storage;

import dev.durascope.runtime.storage.redis.RedisPeer;
import dev.durascope.runtime.storage.redis.RedisStorage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class RedisObjectStoreTest extends ObjectStoreContract {
  private static RedisPeer peer;
  private static final AtomicInteger NAMESPACES = new AtomicInteger();
  private static RedisStorage storage;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    peer = RedisPeer.start(folder.resolve("redis"));
    storage = RedisStorage.connect(peer.address());
  }

  @AfterAll
  static void stop() {
    storage.close();
    peer.close();
  }

  @Override
  NamespaceStorage createNamespace() {
    return storage.namespace("test-Subject" + NAMESPACES.incrementAndGet());
  }
}
