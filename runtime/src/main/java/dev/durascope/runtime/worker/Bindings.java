package dev.durascope.runtime.worker;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code env} holds, in the order in which its properties appear. */
public final class Bindings {
  private final Map<String, Binding> byName = new LinkedHashMap<>();

  /** Of two with one name, the later one is in {@code env}. */
  public Bindings(List<? extends Binding> bindings) {
    bindings.forEach(binding -> byName.put(binding.name(), binding));
  }

  /** All of them. */
  public List<Binding> all() {
    return List.copyOf(byName.values());
  }
}
