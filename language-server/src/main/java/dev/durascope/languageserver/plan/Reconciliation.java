package dev.durascope.languageserver.plan;

import dev.durascope.model.config.ClassHistory;
import dev.durascope.model.config.ClassHistory.Change;
import dev.durascope.model.config.ClassHistory.Created;
import dev.durascope.model.config.ClassHistory.Deleted;
import dev.durascope.model.config.ClassHistory.HandedOver;
import dev.durascope.model.config.ClassHistory.Received;
import dev.durascope.model.config.ClassHistory.Renamed;
import dev.durascope.model.config.Lifecycle.Storage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a deployment of the map {@code exports} does: Cloudflare compares it with the classes that
 * there are. A tombstone of a class that is gone has no effect; a class without an entry is
 * refused, and so is one whose code is missing. All of that is one code, with a scenario for each
 * class.
 */
final class Reconciliation {

  private static final int FAILED = 100402;

  private final DeployedClasses classes;
  private final WorkerFacts facts;
  private final List<String> changes = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<Refusal> refusals = new ArrayList<>();
  private final Set<String> declared = new HashSet<>();
  private final Set<String> expected = new HashSet<>();

  private Reconciliation(DeployedClasses before, WorkerFacts facts) {
    this.classes = before.copy();
    this.facts = facts;
  }

  static Deployment of(ClassHistory history, DeployedClasses before, WorkerFacts facts) {
    var reconciliation = new Reconciliation(before, facts);
    history.steps().forEach(step -> step.changes().forEach(reconciliation::play));
    reconciliation.orphans();
    return new Deployment(
        Optional.empty(),
        List.of(),
        reconciliation.changes,
        reconciliation.refusals,
        reconciliation.notes,
        reconciliation.classes);
  }

  private void play(Change change) {
    switch (change) {
      case Deleted(var name) -> {
        declared.add(name);
        if (classes.has(name)) {
          perform(change);
          if (facts.bound().contains(name)) {
            refuse(name, "\"%s\" is deleted and still bound".formatted(name));
          }
        } else {
          stale(name, "deleted");
        }
      }
      case Renamed(var from, var to) -> {
        declared.add(from);
        if (classes.has(from) && !classes.has(to)) {
          perform(change);
        } else if (classes.has(from)) {
          refuse(to, "\"%s\" cannot become \"%s\": that exists already".formatted(from, to));
        } else {
          stale(from, "renamed");
        }
      }
      case HandedOver(var name, var _) -> {
        declared.add(name);
        if (classes.has(name)) {
          perform(change);
        } else {
          stale(name, "transferred");
        }
      }
      case Received(var worker, var _, var name) -> {
        expected.add(name);
        if (!classes.has(name)) {
          changes.add("expect %s, until the Worker \"%s\" hands it over".formatted(name, worker));
        }
      }
      case Created(var name, var storage) -> create(change, name, storage);
    }
  }

  private void create(Change change, String name, Storage storage) {
    declared.add(name);
    if (facts.isMissing().test(name)) {
      refuse(name, "\"%s\" is declared and not exported by the code".formatted(name));
    }
    if (!classes.has(name)) {
      if (!expected.contains(name)) {
        perform(change);
      }
      return;
    }
    classes
        .storage(name)
        .filter(former -> former != storage)
        .ifPresent(
            former ->
                refuse(
                    name,
                    "\"%s\" has %s storage and cannot change to %s"
                        .formatted(name, Changes.words(former), Changes.words(storage))));
  }

  private void orphans() {
    for (var name : classes.live().keySet()) {
      if (!declared.contains(name) && !expected.contains(name)) {
        refuse(name, "\"%s\" is deployed and has no entry".formatted(name));
      }
    }
  }

  private void perform(Change change) {
    changes.add(Changes.words(change));
    classes.perform(change);
  }

  private void refuse(String name, String message) {
    refusals.add(new Refusal(FAILED, name, message));
  }

  private void stale(String name, String state) {
    notes.add("the entry of %s (%s) has no effect and can be removed".formatted(name, state));
  }
}
