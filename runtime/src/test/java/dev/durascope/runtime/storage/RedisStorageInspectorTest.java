package dev.durascope.runtime.storage;

import dev.durascope.runtime.storage.redis.RedisPeer;
import dev.durascope.runtime.storage.redis.RedisStorage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class RedisStorageInspectorTest extends StorageInspectorContract {
  private static final AtomicInteger NAMESPACES = new AtomicInteger();
  private static RedisPeer peer;
  private static RedisStorage storage;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    peer = RedisPeer.start(folder.resolve("redis"));
    storage = RedisStorage.connect(peer.address(), Duration.ofMillis(200));
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
