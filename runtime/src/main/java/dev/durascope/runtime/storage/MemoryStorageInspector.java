package dev.durascope.runtime.storage;

import dev.durascope.runtime.text.Utf8;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at the committed side of the objects in memory. */
final class MemoryStorageInspector implements StorageInspector {

  private final Map<String, MemoryObject> objects;

  /** How long an edit waits for the end of a pending transaction. */
  private final Duration busyTimeout;

  MemoryStorageInspector(Map<String, MemoryObject> objects, Duration busyTimeout) {
    this.objects = objects;
    this.busyTimeout = busyTimeout;
  }

  @Override
  public Page<StoredObject> objects(@Nullable String start, int limit) {
    Paging.checkLimit(limit);
    List<StoredObject> found = new ArrayList<>();
    for (String id : objects.keySet().stream().sorted().toList()) {
      if (start != null && id.compareTo(start) < 0) {
        continue;
      }
      if (found.size() == limit) {
        return new Page<>(found, id);
      }
      object(id).ifPresent(found::add);
    }
    return new Page<>(found, null);
  }

  @Override
  public Optional<StoredObject> object(String objectId) {
    return Optional.ofNullable(objects.get(objectId))
        .flatMap(object -> object.locked(() -> describe(objectId, object)));
  }

  private static Optional<StoredObject> describe(String id, MemoryObject object) {
    return object.isEmpty()
        ? Optional.empty()
        : Optional.of(new StoredObject(id, object.name(), object.committedAlarm(), object.bytes()));
  }

  @Override
  public Page<StoredEntry> entries(String objectId, KeyQuery query) {
    MemoryObject object = objects.get(objectId);
    ListOptions options = query.options();
    Optional<KeyRange> range = KeyRange.of(options);
    if (object == null || range.isEmpty()) {
      return new Page<>(List.of(), null);
    }
    List<StoredEntry> entries =
        MemoryObjectStore.decoded(object.locked(() -> object.listCommitted(range.get(), options)));
    return Paging.page(entries, query.limit());
  }

  @Override
  public Optional<byte[]> read(String objectId, String key) {
    MemoryObject object = objects.get(objectId);
    return object == null
        ? Optional.empty()
        : object.locked(() -> Optional.ofNullable(object.getCommitted(Utf8.encode(key))));
  }

  @Override
  public void write(String objectId, String key, byte[] value) {
    edit(objectId, objects.computeIfAbsent(objectId, id -> new MemoryObject()), key, value);
  }

  @Override
  public boolean delete(String objectId, String key) {
    MemoryObject object = objects.get(objectId);
    if (object == null) {
      return false;
    }
    boolean existed = read(objectId, key).isPresent();
    edit(objectId, object, key, null);
    return existed;
  }

  private void edit(String objectId, MemoryObject object, String key, byte @Nullable [] value) {
    if (!object.edit(busyTimeout, () -> object.set(Utf8.encode(key), value))) {
      throw new StorageException(
          StorageException.Kind.BUSY,
          "object " + objectId,
          "could not write a key: its own transaction has not ended",
          null);
    }
  }
}
