package dev.durascope.languageserver.analysis;

import dev.durascope.model.config.Environment;
import dev.durascope.model.config.Lifecycle;
import dev.durascope.model.config.WranglerConfig;
import dev.durascope.model.text.Located;
import dev.durascope.model.tree.Node;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes a class into the lifecycle that an environment has: a new migration step, or an entry of
 * {@code exports}. It goes where the effective list stands: to the environment's own, else to the
 * top level's.
 */
public final class LifecycleEdit {

  private static final String STORAGE = "sqlite";

  private LifecycleEdit() {}

  /** Creates {@code className} with SQLite storage. */
  public static Fix create(WranglerConfig config, Environment environment, String className) {
    var exports = environment.lifecycle().form() == Lifecycle.Form.EXPORTS;
    return new Fix(
        exports
            ? "Declare \"" + className + "\" in exports"
            : "Add a migration that creates \"" + className + "\"",
        List.of(
            exports
                ? declare(config, environment, className)
                : migrate(config, environment, className)));
  }

  private static Fix.Edit declare(WranglerConfig config, Environment environment, String name) {
    var document = config.document();
    if (config.isToml()) {
      return TextInsertion.appendToml(
          config,
          "[%s.%s]\ntype = \"durable-object\"\nstorage = \"%s\""
              .formatted(path(environment, "exports"), name, STORAGE));
    }
    return TextInsertion.intoObject(
        config,
        owner(environment, "exports").table("exports").orElse(document.root()),
        List.of(
            "\"%s\": { \"type\": \"durable-object\", \"storage\": \"%s\" }"
                .formatted(name, STORAGE)));
  }

  private static Fix.Edit migrate(WranglerConfig config, Environment environment, String name) {
    var document = config.document();
    var list = owner(environment, "migrations").get("migrations");
    var tag = freeTag(list.map(Node::asItems).orElse(List.of()));
    // An array of TOML tables begins with its first [[header]], an inline array with its bracket.
    boolean inline =
        list.filter(node -> document.text().startsWith("[", node.span().start()))
            .filter(node -> !document.text().startsWith("[[", node.span().start()))
            .isPresent();
    if (config.isToml()) {
      if (inline && list.get() instanceof Node.Array array) {
        return TextInsertion.intoArray(
            config,
            array,
            List.of("{ tag = \"%s\", new_sqlite_classes = [\"%s\"] }".formatted(tag, name)));
      }
      return TextInsertion.appendToml(
          config,
          "[[%s]]\ntag = \"%s\"\nnew_sqlite_classes = [\"%s\"]"
              .formatted(path(environment, "migrations"), tag, name));
    }
    var step = "{ \"tag\": \"%s\", \"new_sqlite_classes\": [\"%s\"] }".formatted(tag, name);
    if (list.isPresent() && list.get() instanceof Node.Array array) {
      return TextInsertion.intoArray(config, array, List.of(step));
    }
    return TextInsertion.intoObject(
        config, document.root(), List.of("\"migrations\": [", "\t" + step, "]"));
  }

  private static Node.Table owner(Environment environment, String key) {
    return environment.own().get(key).isPresent() ? environment.own() : environment.top();
  }

  private static String path(Environment environment, String key) {
    boolean own = !environment.isTop() && environment.own().get(key).isPresent();
    return own ? "env." + tomlKey(environment.name().orElseThrow()) + "." + key : key;
  }

  /** {@code name} as a key of a TOML path: in quotes where it has to be. */
  static String tomlKey(String name) {
    return name.matches("[A-Za-z0-9_-]+") ? name : "\"" + name.replace("\"", "\\\"") + "\"";
  }

  /** {@code v1}, {@code v2} … behind the steps that are there, not used yet. */
  private static String freeTag(List<Node> steps) {
    Set<String> used =
        steps.stream()
            .flatMap(step -> step.asTable().stream())
            .flatMap(step -> step.string("tag").stream())
            .map(Located::value)
            .collect(Collectors.toSet());
    int number = steps.size() + 1;
    while (used.contains("v" + number)) {
      number++;
    }
    return "v" + number;
  }
}
