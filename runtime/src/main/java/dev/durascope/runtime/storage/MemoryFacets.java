package dev.durascope.runtime.storage;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The facets of an object in memory. */
final class MemoryFacets implements FacetStorage {
  private final String objectId;
  private final FacetIndex index = FacetIndex.inMemory();
  private final Map<Integer, MemoryObject> objects = new ConcurrentHashMap<>();

  MemoryFacets(String objectId) {
    this.objectId = objectId;
  }

  @Override
  public int number(int parent, String name) {
    return index.number(parent, name);
  }

  @Override
  public ObjectStore open(int number) {
    var object = objects.computeIfAbsent(number, key -> new MemoryObject());
    return new MemoryObjectStore(object, objectId, new MemoryAlarmIndex());
  }

  @Override
  public void delete(int number) {
    deleteChildren(number);
    objects.remove(number);
  }

  @Override
  public void deleteChildren(int number) {
    index.children(number).forEach(this::delete);
  }

  @Override
  public void copy(int source, int target) {
    delete(target);
    for (var child : index.children(source)) {
      copy(child, index.number(target, index.name(child)));
    }
    var object = objects.get(source);
    if (object != null) {
      objects.put(target, object.copy());
    }
  }
}
