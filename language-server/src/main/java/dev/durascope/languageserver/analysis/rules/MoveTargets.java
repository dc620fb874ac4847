package dev.durascope.languageserver.analysis.rules;

import dev.durascope.model.config.MigrationStep;
import dev.durascope.model.config.MigrationStep.Move;
import dev.durascope.model.text.Located;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The targets of renames and transfers that are alive already when the move comes to them. */
final class MoveTargets {

  private MoveTargets() {}

  /**
   * Finds them.
   *
   * @param moves which moves of a step are looked at
   * @param found takes the target, and the mention that created the class before
   */
  static void walk(
      List<MigrationStep> steps,
      Function<MigrationStep, List<Move>> moves,
      BiConsumer<Located<String>, Located<String>> found) {
    var alive = new HashMap<String, Located<String>>();
    for (var step : steps) {
      step.deleted().forEach(name -> alive.remove(name.value()));
      step.renamed().forEach(move -> move.from().ifPresent(from -> alive.remove(from.value())));
      var before = new HashMap<>(alive);
      step.created().forEach(name -> before.putIfAbsent(name.value(), name));
      for (var move : moves.apply(step)) {
        move.to().ifPresent(to -> report(to, before, found));
      }
      alive.putAll(before);
      step.renamed().forEach(move -> move.to().ifPresent(to -> alive.put(to.value(), to)));
      step.transferred().forEach(move -> move.to().ifPresent(to -> alive.put(to.value(), to)));
    }
  }

  private static void report(
      Located<String> to,
      Map<String, Located<String>> alive,
      BiConsumer<Located<String>, Located<String>> found) {
    var other = alive.get(to.value());
    if (other != null) {
      found.accept(to, other);
    }
  }
}
