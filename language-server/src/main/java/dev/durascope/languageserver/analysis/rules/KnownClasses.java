package dev.durascope.languageserver.analysis.rules;

import dev.durascope.model.config.MigrationStep;
import dev.durascope.model.text.Located;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * Which classes a history has mentioned before each of its steps.
 *
 * <p>That says something only where the history is whole. Projects cut off the first tags of long
 * histories, which is valid, so a history counts as whole only if its first tag looks like a first
 * one: {@code v1}, {@code 0001}, {@code v0}, {@code 2024-01-01-init} does not.
 */
final class KnownClasses {

  private static final Pattern FIRST_TAG = Pattern.compile("\\D{0,16}0*[01]");

  private KnownClasses() {}

  /** Hands each step to {@code visitor} with the classes that were alive at some time before it. */
  static void walk(List<MigrationStep> steps, BiConsumer<MigrationStep, Set<String>> visitor) {
    if (steps.isEmpty() || !isFirst(steps.getFirst())) {
      return;
    }
    var known = new HashSet<String>();
    for (var step : steps) {
      visitor.accept(step, Set.copyOf(known));
      step.created().stream().map(Located::value).forEach(known::add);
      step.renamed().forEach(move -> move.to().ifPresent(to -> known.add(to.value())));
      step.transferred().forEach(move -> move.to().ifPresent(to -> known.add(to.value())));
    }
  }

  private static boolean isFirst(MigrationStep step) {
    return step.tag().filter(tag -> FIRST_TAG.matcher(tag.value()).matches()).isPresent();
  }
}
