package dev.durascope.languageserver.analysis;

import dev.durascope.model.config.Environment;
import dev.durascope.model.config.Lifecycle;
import dev.durascope.model.text.Located;
import java.util.Optional;

/**
 * How a class that migrations once created came to its end.
 *
 * @param where the mention that ended it
 * @param newName what it is called now, if it was renamed
 */
public record ClassEnd(Located<String> where, Optional<Located<String>> newName) {

  /** The end of {@code className}; empty where it lives, or was never mentioned. */
  public static Optional<ClassEnd> of(Environment environment, String className) {
    var lifecycle = environment.lifecycle();
    if (lifecycle.form() != Lifecycle.Form.MIGRATIONS || lifecycle.find(className).isPresent()) {
      return Optional.empty();
    }
    Optional<ClassEnd> end = Optional.empty();
    for (var step : environment.migrations()) {
      for (var name : step.deleted()) {
        if (name.value().equals(className)) {
          end = Optional.of(new ClassEnd(name, Optional.empty()));
        }
      }
      for (var move : step.renamed()) {
        var from = move.from().filter(name -> name.value().equals(className));
        if (from.isPresent()) {
          end = Optional.of(new ClassEnd(from.get(), move.to()));
        }
      }
    }
    return end;
  }
}
