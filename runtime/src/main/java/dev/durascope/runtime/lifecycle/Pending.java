package dev.durascope.runtime.lifecycle;

import dev.durascope.model.config.ClassHistory.Change;
import dev.durascope.model.config.ClassHistory.Deleted;
import dev.durascope.model.config.ClassHistory.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The changes that have not been applied yet. As in a deployment, all behind the last tag that was;
 * and, since whoever is writing a migration saves more than once, also what that last step has
 * gained since it was applied.
 *
 * <p>Where nothing tells what was applied, {@code inferred} is true and all changes are here: then
 * what is on disk decides about each of them.
 */
record Pending(List<Step> steps, boolean inferred) {

  static Pending of(ClassFacts facts, Optional<WorkerRecord> record) {
    var steps = facts.history().steps();
    var last = -1;
    for (var i = 0; i < steps.size(); i++) {
      var tag = steps.get(i).tag();
      if (record.flatMap(known -> known.changes(tag)).isPresent()) {
        last = i;
      }
    }
    if (last < 0) {
      return new Pending(steps, true);
    }
    var pending = new ArrayList<Step>();
    for (var step : steps.subList(0, last)) {
      pending.add(postponed(step, facts, record));
    }
    pending.add(gained(steps.get(last), record));
    pending.addAll(steps.subList(last + 1, steps.size()));
    return new Pending(pending, false);
  }

  /** A deletion that nobody has agreed to yet stays pending. */
  private static Step postponed(Step step, ClassFacts facts, Optional<WorkerRecord> record) {
    return new Step(
        step.tag(),
        gained(step, record).changes().stream()
            .filter(change -> change instanceof Deleted(var name) && !facts.live().contains(name))
            .toList());
  }

  private static Step gained(Step step, Optional<WorkerRecord> record) {
    List<Change> known = record.flatMap(it -> it.changes(step.tag())).orElse(List.of());
    return new Step(
        step.tag(), step.changes().stream().filter(change -> !known.contains(change)).toList());
  }
}
