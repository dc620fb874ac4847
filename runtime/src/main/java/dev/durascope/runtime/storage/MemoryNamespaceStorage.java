package dev.durascope.runtime.storage;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The storage of a class in memory; everything is gone when this is. */
public final class MemoryNamespaceStorage implements NamespaceStorage {

  private final Map<String, MemoryObject> objects = new ConcurrentHashMap<>();
  private final Map<String, FacetStorage> facets = new ConcurrentHashMap<>();
  private final MemoryAlarmIndex alarms = new MemoryAlarmIndex();
  private final StorageInspector inspector;

  /** Creates the storage of a class that has nothing stored. */
  public MemoryNamespaceStorage() {
    this(SqliteFile.BUSY_TIMEOUT);
  }

  private MemoryNamespaceStorage(Duration busyTimeout) {
    this.inspector = new MemoryStorageInspector(objects, busyTimeout);
  }

  /** For tests: edits from outside wait no longer than this for a pending transaction. */
  static MemoryNamespaceStorage waiting(Duration busyTimeout) {
    return new MemoryNamespaceStorage(busyTimeout);
  }

  @Override
  public ObjectStore open(String objectId, @Nullable String name) {
    MemoryObject object = objects.computeIfAbsent(objectId, id -> new MemoryObject());
    object.locked(
        () -> {
          object.learnName(name);
          return true;
        });
    return new MemoryObjectStore(object, objectId, alarms);
  }

  @Override
  public FacetStorage facets(String objectId) {
    return facets.computeIfAbsent(objectId, MemoryFacets::new);
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
    objects.values().forEach(MemoryObject::close);
    objects.clear();
  }
}
