package dev.durascope.languageserver.analysis.rules;

import dev.durascope.model.config.Environment;
import dev.durascope.model.text.Located;
import dev.durascope.model.text.Span;
import dev.durascope.model.tree.Node;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One entry of {@code containers}.
 *
 * @param environment where it is written
 */
record Container(Environment environment, Node.Table table) {

  /** Those of an environment, in the order of the file; none are inherited. */
  static List<Container> of(Environment environment) {
    return environment.ownValue("containers").map(Node::asItems).orElse(List.of()).stream()
        .flatMap(item -> item.asTable().stream())
        .map(entry -> new Container(environment, entry))
        .toList();
  }

  Optional<Located<String>> className() {
    return table.string("class_name");
  }

  /**
   * What it is called: by its {@code name}, else as wrangler calls it after its Worker and its
   * class. Empty where that hangs on a name that the command line may give.
   */
  Optional<String> name() {
    var written = table.string("name").map(Located::value).filter(name -> !name.isEmpty());
    if (written.isPresent()
        || table.get("name").filter(it -> !(it instanceof Node.Text)).isPresent()) {
      return written;
    }
    var worker = environment.own().string("name").or(() -> environment.top().string("name"));
    if (worker.isEmpty() || className().isEmpty()) {
      return Optional.empty();
    }
    var made =
        worker.get().value()
            + "-"
            + className().get().value()
            + environment.name().map(it -> "-" + it).orElse("");
    return Optional.of(made.toLowerCase(Locale.ROOT).replace(' ', '-'));
  }

  /** Where to say something about its name. */
  Span nameSpan() {
    return table
        .string("name")
        .map(Located::span)
        .or(() -> className().map(Located::span))
        .orElse(table.anchor());
  }

  /** Whether the class's objects start their containers themselves. */
  boolean isManaged() {
    return table
        .string("scheduling_policy")
        .filter(policy -> policy.value().equals("durable_object"))
        .isPresent();
  }
}
