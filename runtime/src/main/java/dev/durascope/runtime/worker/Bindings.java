package dev.durascope.runtime.worker;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code env} holds, in the order in which its properties appear, and which objects have more.
 */
public final class Bindings {
  private final Map<String, Binding> byName = new LinkedHashMap<>();
  private final Map<String, String> containers;

  /**
   * Of two bindings with one name, the later one is in {@code env}.
   *
   * @param containers the images of the classes whose objects have a container, by class
   */
  public Bindings(List<? extends Binding> bindings, Map<String, String> containers) {
    bindings.forEach(binding -> byName.put(binding.name(), binding));
    this.containers = Collections.unmodifiableMap(new LinkedHashMap<>(containers));
  }

  /** All of them. */
  public List<Binding> all() {
    return List.copyOf(byName.values());
  }

  /** The images of the classes whose objects have a container, by class. No container is run. */
  public Map<String, String> containers() {
    return containers;
  }

  /** The image of the container that objects of a class have. */
  Optional<String> container(String className) {
    return Optional.ofNullable(containers.get(className));
  }
}
