package dev.durascope.languageserver.analysis.rules;

import dev.durascope.model.config.MigrationStep;
import dev.durascope.model.text.Located;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which classes are alive before each step of a history, and which were.
 *
 * <p>That says something only where the history is whole. Projects cut off the first tags of long
 * histories, which is valid, so a history counts as whole only if its first tag looks like a first
 * one: {@code v1}, {@code 0001}, {@code v0}, {@code 2024-01-01-init} does not.
 */
final class KnownClasses {

  private static final Pattern FIRST_TAG = Pattern.compile("\\D{0,16}0*[01]");

  private KnownClasses() {}

  /**
   * @param alive what lives before the step
   * @param ended what lived, and an earlier step has deleted or renamed
   */
  record Known(Set<String> alive, Set<String> ended) {

    Known {
      alive = Set.copyOf(alive);
      ended = Set.copyOf(ended);
    }

    /** Why there is no such class. */
    String absence(String name) {
      return ended.contains(name)
          ? "an earlier migration has ended it"
          : "no earlier migration creates it";
    }
  }

  /** Hands each step to {@code visitor} with what is known before it. */
  static void walk(List<MigrationStep> steps, BiConsumer<MigrationStep, Known> visitor) {
    if (steps.isEmpty() || !isFirst(steps.getFirst())) {
      return;
    }
    var alive = new HashSet<String>();
    var ended = new HashSet<String>();
    for (var step : steps) {
      visitor.accept(step, new Known(alive, ended));
      var gone =
          Stream.concat(
                  step.deleted().stream(),
                  step.renamed().stream().flatMap(move -> move.from().stream()))
              .map(Located::value)
              .toList();
      ended.addAll(gone);
      alive.removeAll(gone);
      step.created().stream().map(Located::value).forEach(alive::add);
      step.renamed().forEach(move -> move.to().ifPresent(to -> alive.add(to.value())));
      step.transferred().forEach(move -> move.to().ifPresent(to -> alive.add(to.value())));
    }
  }

  private static boolean isFirst(MigrationStep step) {
    return step.tag().filter(tag -> FIRST_TAG.matcher(tag.value()).matches()).isPresent();
  }
}
