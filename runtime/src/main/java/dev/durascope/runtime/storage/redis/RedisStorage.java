package dev.durascope.runtime.storage.redis;

import dev.durascope.runtime.storage.NamespaceStorage;
import dev.durascope.runtime.storage.StorageBackend;
import dev.durascope.runtime.storage.StorageException;
import java.time.Duration;

/**
 * The storage of a project in a Redis server.
 *
 * <p>A commit is one {@code MULTI … EXEC}: all of it or nothing. How durable it then is, the
 * server's configuration decides. Transactions hold within this process; two that use one database
 * at the same time are not kept apart.
 */
public final class RedisStorage implements StorageBackend {
  /** How long an edit from outside waits for the object's pending transaction. */
  private static final Duration BUSY_TIMEOUT = Duration.ofSeconds(5);

  private final RedisServer server;
  private final Duration busyTimeout;

  private RedisStorage(RedisServer server, Duration busyTimeout) {
    this.server = server;
    this.busyTimeout = busyTimeout;
  }

  /**
   * Connects to a server.
   *
   * @throws StorageException if there is none, or it refuses us
   */
  public static RedisStorage connect(RedisAddress address) {
    return connect(address, BUSY_TIMEOUT);
  }

  /** The same, with edits from outside waiting no longer than this. */
  public static RedisStorage connect(RedisAddress address, Duration busyTimeout) {
    return new RedisStorage(RedisServer.connect(address), busyTimeout);
  }

  @Override
  public NamespaceStorage namespace(String uniqueKey) {
    return new RedisNamespaceStorage(server, new RedisKeys(uniqueKey), busyTimeout);
  }

  @Override
  public void close() {
    server.close();
  }
}
