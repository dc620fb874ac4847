package dev.durascope.languageserver.plan;

import dev.durascope.model.config.ClassHistory;
import dev.durascope.model.config.ClassHistory.Deleted;
import dev.durascope.model.config.ClassHistory.Step;
import dev.durascope.model.config.Lifecycle.Form;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * What the next deployment of one Worker does to its classes, or why it is refused.
 *
 * @param applied the tag that is applied, where one is
 * @param pending the migrations that are sent; for the map {@code exports} one without a tag
 * @param changes what is done, a line each
 * @param refusals why not; none where it succeeds, as far as can be told
 * @param notes what else there is to know
 * @param after the classes that there are afterwards, or, if it is refused, would have been
 */
public record Deployment(
    Optional<String> applied,
    List<Step> pending,
    List<String> changes,
    List<Refusal> refusals,
    List<String> notes,
    DeployedClasses after) {

  public Deployment {
    pending = List.copyOf(pending);
    changes = List.copyOf(changes);
    refusals = List.copyOf(refusals);
    notes = List.copyOf(notes);
  }

  /**
   * A deployment of {@code history} on top of what is there.
   *
   * @param before the classes that are deployed
   * @param applied the tag that was applied last
   */
  public static Deployment of(
      ClassHistory history, DeployedClasses before, Optional<String> applied, WorkerFacts facts) {
    return switch (history.form()) {
      case EXPORTS -> Reconciliation.of(history, before, facts);
      case MIGRATIONS, NONE -> byMigrations(history, before, applied, facts);
    };
  }

  private static Deployment byMigrations(
      ClassHistory history, DeployedClasses before, Optional<String> applied, WorkerFacts facts) {
    var upload = Upload.of(history.steps(), applied);
    var notes = new ArrayList<String>();
    if (!upload.isFound() && history.form() == Form.MIGRATIONS) {
      notes.add(
          "the migrations do not have the tag \"%s\", so wrangler sends all of them"
              .formatted(applied.orElseThrow()));
    }
    var classes = before.copy();
    var refusals = new ArrayList<Refusal>();
    var changes = new ArrayList<String>();
    var arrived = new HashSet<String>();
    var deleted = new LinkedHashSet<String>();
    for (var step : upload.pending()) {
      refusals.addAll(classes.apply(step));
      for (var change : step.changes()) {
        changes.add(Changes.words(change));
        if (change instanceof Deleted(var name)) {
          deleted.add(name);
        }
      }
      arrived.addAll(Arrivals.of(step));
    }
    // All steps are applied at once: what comes and goes on the way need not be in the code.
    for (var name : classes.live().keySet()) {
      if (facts.isMissing().test(name)) {
        refusals.add(
            arrived.contains(name)
                ? new Refusal(
                    10070,
                    name,
                    "\"%s\" comes to life and is not exported by the code".formatted(name))
                : new Refusal(
                    10064,
                    name,
                    "\"%s\" is deployed and not exported by the code any more".formatted(name)));
      }
    }
    for (var name : deleted) {
      if (facts.bound().contains(name) && !classes.has(name)) {
        refusals.add(new Refusal(10061, name, "\"%s\" is deleted and still bound".formatted(name)));
      }
    }
    if (history.form() == Form.MIGRATIONS) {
      for (var name : facts.bound()) {
        boolean isTold = refusals.stream().anyMatch(refusal -> refusal.className().equals(name));
        if (!classes.has(name) && !isTold) {
          refusals.add(
              new Refusal(
                  10061, name, "\"%s\" is bound, and no migration creates it".formatted(name)));
        }
      }
    }
    if (!upload.pending().isEmpty()) {
      notes.add("wrangler versions upload is refused while migrations are to be applied (10211)");
    }
    return new Deployment(applied, upload.pending(), changes, refusals, notes, classes);
  }
}
