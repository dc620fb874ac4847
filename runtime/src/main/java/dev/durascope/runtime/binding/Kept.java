package dev.durascope.runtime.binding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What bindings share between isolates and versions of the code, by a key: made when first asked
 * for, closed with the project, the last one first. Usable on any thread.
 */
public final class Kept implements AutoCloseable {
  /** Something that is closed with the project; closing has no checked failures. */
  public interface Resource extends AutoCloseable {
    @Override
    void close();
  }

  private record Key(Class<?> type, String name) {}

  private final Map<Key, Resource> resources = new LinkedHashMap<>();

  /** The resource of a type and name. */
  public synchronized <T extends Resource> T get(
      Class<T> type, String name, Function<String, T> make) {
    var key = new Key(type, name);
    var found = resources.get(key);
    if (found == null) {
      found = make.apply(name);
      resources.put(key, found);
    }
    return type.cast(found);
  }

  @Override
  public synchronized void close() {
    new ArrayList<>(resources.values()).reversed().forEach(Resource::close);
    resources.clear();
  }
}
