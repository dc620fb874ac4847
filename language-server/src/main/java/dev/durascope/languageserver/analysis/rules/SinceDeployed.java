package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Committed;
import dev.durascope.languageserver.analysis.EnvironmentView;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.languageserver.plan.DeployedClasses;
import dev.durascope.languageserver.plan.Upload;
import dev.durascope.model.config.ClassHistory;
import dev.durascope.model.config.ClassHistory.Step;
import dev.durascope.model.config.Lifecycle;
import dev.durascope.model.config.MigrationStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One environment beside what it was when it was deployed: in the last commit, or in the revision
 * that somebody has named.
 *
 * @param deployed the classes that are alive there
 */
record SinceDeployed(
    Committed committed,
    EnvironmentView before,
    EnvironmentView now,
    ClassHistory then,
    ClassHistory history,
    DeployedClasses deployed) {

  /**
   * The environments of {@code subject} that were there before. None where something of the text
   * could not be read: what is absent then says nothing.
   */
  static List<SinceDeployed> of(Subject subject) {
    if (!subject.isComplete()) {
      return List.of();
    }
    var committed = subject.committed();
    if (committed.isEmpty()) {
      return List.of();
    }
    var result = new ArrayList<SinceDeployed>();
    for (var now : subject.views()) {
      committed
          .get()
          .before(now)
          .ifPresent(before -> result.add(between(committed.get(), before, now)));
    }
    return result;
  }

  private static SinceDeployed between(
      Committed committed, EnvironmentView before, EnvironmentView now) {
    var then = before.environment().history();
    return new SinceDeployed(
        committed, before, now, then, now.environment().history(), DeployedClasses.after(then));
  }

  /** Whether both states have a list of migrations, each step with a tag of its own. */
  boolean hasTags() {
    return isTagged(then) && isTagged(history);
  }

  private static boolean isTagged(ClassHistory history) {
    var tags = history.steps().stream().map(Step::tag).toList();
    return history.form() == Lifecycle.Form.MIGRATIONS
        && !tags.isEmpty()
        && !tags.contains("")
        && tags.stream().distinct().count() == tags.size();
  }

  /** The tag that was applied last. */
  String lastTag() {
    return then.steps().getLast().tag();
  }

  /** What wrangler sends of today's migrations. */
  Upload upload() {
    return Upload.of(history.steps(), Optional.of(lastTag()));
  }

  /** A step of today, as it is written. */
  MigrationStep written(Step step) {
    return now.environment().migrations().get(history.steps().indexOf(step));
  }

  /** A step of then, as it is written. */
  Optional<MigrationStep> writtenThen(String tag) {
    return before.environment().migrations().stream()
        .filter(step -> step.tag().filter(each -> each.value().equals(tag)).isPresent())
        .findFirst();
  }

  String revision() {
    return committed.revision();
  }
}
