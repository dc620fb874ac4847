package dev.durascope.languageserver.analysis;

import dev.durascope.model.config.Environment;
import dev.durascope.model.config.Lifecycle;
import dev.durascope.model.config.WranglerConfig;
import dev.durascope.model.text.Located;
import dev.durascope.model.text.Span;
import dev.durascope.model.tree.Node;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
                ? declare(
                    config,
                    environment,
                    className,
                    List.of("type", "durable-object", "storage", STORAGE))
                : migrate(
                    config,
                    environment,
                    (config.isToml()
                            ? "new_sqlite_classes = [\"%s\"]"
                            : "\"new_sqlite_classes\": [\"%s\"]")
                        .formatted(className))));
  }

  /**
   * Gives the class {@code from}, which is alive, the name {@code to}, so that its objects stay: a
   * step that renames it; or its entry under the new name, and a tombstone under the old one.
   */
  public static List<Fix.Edit> rename(
      WranglerConfig config, Environment environment, String from, String to) {
    if (environment.lifecycle().form() == Lifecycle.Form.EXPORTS) {
      return Stream.concat(
              environment.exports().stream()
                  .filter(entry -> entry.className().equals(from))
                  .map(entry -> new Fix.Edit(new Place(config.file(), entry.key().span()), to)),
              Stream.of(
                  declare(
                      config,
                      environment,
                      from,
                      List.of("type", "durable-object", "state", "renamed", "renamed_to", to))))
          .toList();
    }
    return List.of(
        migrate(
            config,
            environment,
            config.isToml()
                ? "renamed_classes = [{ from = \"%s\", to = \"%s\" }]".formatted(from, to)
                : "\"renamed_classes\": [{ \"from\": \"%s\", \"to\": \"%s\" }]"
                    .formatted(from, to)));
  }

  /**
   * @param fields each name with its value behind it
   */
  private static Fix.Edit declare(
      WranglerConfig config, Environment environment, String name, List<String> fields) {
    var exports = owner(environment, "exports").table("exports");
    if (!config.isToml()) {
      return TextInsertion.intoObject(
          config,
          exports.orElse(config.document().root()),
          List.of("\"%s\": { %s }".formatted(name, joined(fields, "\"%s\": \"%s\"", ", "))));
    }
    var inline =
        exports.filter(
            table ->
                !table.entries().isEmpty()
                    && config.document().text().startsWith("{", table.span().start()));
    return inline.isPresent()
        ? new Fix.Edit(
            new Place(
                config.file(), Span.at(inline.get().entries().getLast().value().span().end())),
            ", %s = { %s }".formatted(name, joined(fields, "%s = \"%s\"", ", ")))
        : TextInsertion.appendToml(
            config,
            "[%s.%s]\n%s"
                .formatted(
                    path(environment, "exports"), name, joined(fields, "%s = \"%s\"", "\n")));
  }

  private static String joined(List<String> fields, String format, String between) {
    return IntStream.range(0, fields.size() / 2)
        .mapToObj(i -> format.formatted(fields.get(2 * i), fields.get(2 * i + 1)))
        .collect(Collectors.joining(between));
  }

  /**
   * Adds a step.
   *
   * @param change what stands in it beside its tag, in the configuration's syntax
   */
  private static Fix.Edit migrate(WranglerConfig config, Environment environment, String change) {
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
            config, array, List.of("{ tag = \"%s\", %s }".formatted(tag, change)));
      }
      return TextInsertion.appendToml(
          config,
          "[[%s]]\ntag = \"%s\"\n%s".formatted(path(environment, "migrations"), tag, change));
    }
    var step = "{ \"tag\": \"%s\", %s }".formatted(tag, change);
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
