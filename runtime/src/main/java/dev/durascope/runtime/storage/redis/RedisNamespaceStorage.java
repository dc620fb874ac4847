package dev.durascope.runtime.storage.redis;

import dev.durascope.runtime.storage.AlarmIndex;
import dev.durascope.runtime.storage.FacetStorage;
import dev.durascope.runtime.storage.NamespaceStorage;
import dev.durascope.runtime.storage.ObjectStore;
import dev.durascope.runtime.storage.StorageInspector;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The storage of a class in a Redis server. */
final class RedisNamespaceStorage implements NamespaceStorage {
  private final RedisServer server;
  private final RedisKeys keys;
  private final RedisAlarmIndex alarms;
  private final StorageInspector inspector;
  private final Map<String, Settling> settlings = new ConcurrentHashMap<>();

  RedisNamespaceStorage(RedisServer server, RedisKeys keys, Duration busyTimeout) {
    this.server = server;
    this.keys = keys;
    this.alarms = new RedisAlarmIndex(server, keys);
    this.inspector = new RedisStorageInspector(server, keys, this::settling, busyTimeout);
  }

  private Settling settling(String id) {
    return settlings.computeIfAbsent(id, any -> new Settling());
  }

  @Override
  public ObjectStore open(String objectId, @Nullable String name) {
    return new RedisObjectStore(
        server, new RedisObject(keys, objectId, name), alarms, settling(objectId));
  }

  /** Miniflare 2, whose layout this is, had none. */
  @Override
  public FacetStorage facets(String objectId) {
    throw new UnsupportedOperationException(
        "This Durable Object does not support creating facets.");
  }

  @Override
  public AlarmIndex alarms() {
    return alarms;
  }

  @Override
  public StorageInspector inspector() {
    return inspector;
  }

  @Override
  public void close() {
    // The server is closed with the project.
  }
}
