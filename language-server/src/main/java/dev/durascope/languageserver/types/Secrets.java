package dev.durascope.languageserver.types;

import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.config.Environment;
import dev.durascope.model.env.SecretNames;
import dev.durascope.model.tree.Node;
import java.util.List;
import java.util.Optional;

/**
 * The names of a Worker's secrets: those that the configuration requires, where it says so
 * anywhere; else those that a developer gives values on this machine.
 */
final class Secrets {

  private Secrets() {}

  /**
   * @param asked the environment that a command names, whose files come first
   */
  static List<String> of(Subject subject, Environment environment, Optional<String> asked) {
    boolean areDeclared =
        subject.config().environments().stream()
            .anyMatch(each -> each.own().get("secrets").isPresent());
    if (areDeclared) {
      return environment
          .ownValue("secrets")
          .flatMap(Node::asTable)
          .map(table -> table.items("required"))
          .orElse(List.of())
          .stream()
          .flatMap(item -> item.asString().stream())
          .map(name -> name.value())
          .distinct()
          .toList();
    }
    return SecretNames.of(name -> subject.text(subject.config().directory().resolve(name)), asked);
  }
}
