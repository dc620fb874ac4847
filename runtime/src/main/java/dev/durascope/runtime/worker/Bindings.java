package dev.durascope.runtime.worker;

import dev.durascope.runtime.durable.Namespace;
import java.util.List;

/**
 * What {@code env} holds.
 *
 * @param vars a JSON object with the plain values
 */
public record Bindings(String vars, List<ObjectBinding> objects, List<Unsupported> unsupported) {
  /** A namespace of Durable Objects under a name. */
  public record ObjectBinding(String name, Namespace namespace) {}

  /**
   * A binding that this runtime does not simulate; using it is an error that names it.
   *
   * @param kind the configuration's key, such as {@code r2_buckets}
   */
  public record Unsupported(String name, String kind) {}

  public Bindings {
    objects = List.copyOf(objects);
    unsupported = List.copyOf(unsupported);
  }
}
