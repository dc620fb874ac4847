package dev.durascope.model.config;

import dev.durascope.model.text.Located;
import dev.durascope.model.tree.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The classes whose objects have a container, and the image of each: an entry of {@code containers}
 * names its class, or a class under {@code exports} names its container.
 */
final class Containers {
  private Containers() {}

  /** Environments do not inherit containers. */
  static Map<String, String> imagesByClass(Environment environment) {
    var images = new LinkedHashMap<String, String>();
    var containers = tables(environment);
    for (var container : containers) {
      container.string("class_name").ifPresent(type -> images.put(type.value(), image(container)));
    }
    environment
        .inherited("exports")
        .flatMap(Node::asTable)
        .ifPresent(
            exports -> exports.entries().forEach(entry -> addDeclared(entry, containers, images)));
    return images;
  }

  private static void addDeclared(
      Node.Entry entry, List<Node.Table> containers, Map<String, String> images) {
    var wanted =
        entry.value().asTable().flatMap(fields -> fields.string("container")).map(Located::value);
    for (var container : containers) {
      if (wanted.isPresent() && wanted.equals(container.string("name").map(Located::value))) {
        images.put(entry.key().name(), image(container));
      }
    }
  }

  private static List<Node.Table> tables(Environment environment) {
    return environment.ownValue("containers").map(Node::asItems).orElse(List.of()).stream()
        .flatMap(item -> item.asTable().stream())
        .toList();
  }

  private static String image(Node.Table container) {
    return container.string("image").map(Located::value).orElse("");
  }
}
