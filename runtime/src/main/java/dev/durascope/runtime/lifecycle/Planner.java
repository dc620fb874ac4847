package dev.durascope.runtime.lifecycle;

import dev.durascope.model.config.ClassHistory.Change;
import dev.durascope.model.config.ClassHistory.Created;
import dev.durascope.model.config.ClassHistory.Deleted;
import dev.durascope.model.config.ClassHistory.HandedOver;
import dev.durascope.model.config.ClassHistory.Received;
import dev.durascope.model.config.ClassHistory.Renamed;
import dev.durascope.model.config.ClassHistory.Step;
import dev.durascope.model.config.Lifecycle.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what is to be done to a worker's data; changes nothing.
 *
 * <p>It plays the pending changes on a table of who is where: class name → the folder that its
 * objects are in today and the key of their ids. What is in the wrong folder in the end has to
 * move. Then a class that is alive and has nothing looks for its objects under the other names that
 * it has had, which brings them back when a migration is taken out again, or its target is renamed
 * while it is being written.
 *
 * <p>Where no record tells what was applied, a class of today that has a folder is as it should be,
 * and its history is passed over. So whoever comes from {@code wrangler dev}, which applies no
 * migration to data, keeps what is there.
 */
final class Planner {
  /** A class's objects: where they are today, and what their ids are made from. */
  private record Held(String worker, String className, String idKey, Optional<Storage> storage) {
    Holding holding(Optional<Storage> now) {
      return new Holding(idKey, now.or(() -> storage));
    }
  }

  private final LifecycleFiles disk;
  private final ClassFacts facts;
  private final Optional<WorkerRecord> record;
  private final boolean deletionsAgreed;
  private final String kept;
  private final Pending pending;

  private final Map<String, Held> held = new LinkedHashMap<>();
  private final Map<String, Storage> storages = new HashMap<>();
  private final Map<String, WorkerRecord> others = new LinkedHashMap<>();
  private final List<Held> gone = new ArrayList<>();
  private final List<Deletion> deletions = new ArrayList<>();
  private final Set<Change> postponed = new LinkedHashSet<>();
  private final List<Move> moves = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private Optional<String> refusal = Optional.empty();

  /**
   * @param kept the folder for what is moved away, relative to that of state
   */
  private Planner(
      LifecycleFiles disk,
      ClassFacts facts,
      Optional<WorkerRecord> record,
      boolean deletionsAgreed,
      String kept) {
    this.disk = disk;
    this.facts = facts;
    this.record = record;
    this.deletionsAgreed = deletionsAgreed;
    this.kept = kept;
    this.pending = Pending.of(facts, record);
  }

  /** Plans for a worker, nothing of which is deleted. */
  static Plan keeping(LifecycleFiles disk, ClassFacts facts, String kept)
      throws IOException, LifecycleException {
    return new Planner(disk, facts, disk.record(facts.worker()), false, kept).plan();
  }

  /** Plans for a worker, with all deletions that its configuration has. */
  static Plan deleting(LifecycleFiles disk, ClassFacts facts, String kept)
      throws IOException, LifecycleException {
    return new Planner(disk, facts, disk.record(facts.worker()), true, kept).plan();
  }

  private Plan plan() throws IOException, LifecycleException {
    findHeld();
    for (var step : pending.steps()) {
      for (var change : step.changes()) {
        play(change, Words.source(step.tag()));
      }
    }
    var arrived = new ArrayList<String>();
    for (var name : facts.live()) {
      if (record.isPresent() && !record.get().classes().containsKey(name) && isEmpty(name)) {
        arrived.add(name);
      }
      held.putIfAbsent(name, fresh(name, Optional.ofNullable(storages.get(name))));
    }
    if (record.isPresent()) {
      reunite();
      hintAtRenames(arrived);
    }
    planMoves();
    var records = new LinkedHashMap<>(others);
    records.put(facts.worker(), recordAfter());
    return new Plan(moves, deletions, notes, warnings, refusal, records);
  }

  private void findHeld() throws IOException {
    record
        .map(WorkerRecord::classes)
        .orElse(Map.of())
        .forEach(
            (name, known) ->
                held.put(name, new Held(facts.worker(), name, known.idKey(), known.storage())));
    for (var name : disk.classes(facts.worker())) {
      if (!held.containsKey(name)) {
        var keys = new LinkedHashSet<String>();
        lineage(name).forEach(each -> keys.add(key(each)));
        var key = disk.idKey(facts.worker(), name, keys).orElse(key(name));
        held.put(name, new Held(facts.worker(), name, key, Optional.empty()));
      }
    }
  }

  private String key(String className) {
    return facts.worker() + "-" + className;
  }

  private Held fresh(String className, Optional<Storage> storage) {
    return new Held(facts.worker(), className, key(className), storage);
  }

  /** The names that a class has had, its own first. */
  private Set<String> lineage(String className) {
    var names = new LinkedHashSet<String>();
    var name = className;
    while (names.add(name)) {
      var current = name;
      name =
          facts.history().steps().stream()
              .flatMap(step -> step.changes().stream())
              .filter(change -> change instanceof Renamed(var _, var to) && to.equals(current))
              .map(change -> ((Renamed) change).from())
              .findFirst()
              .orElse(current);
    }
    return names;
  }

  private String folder(Held where) {
    return disk.objects(where.worker(), where.className());
  }

  private int count(Held where) throws IOException {
    return disk.count(where.worker(), where.className());
  }

  private boolean isEmpty(String className) throws IOException {
    var where = held.get(className);
    return where == null || count(where) == 0;
  }

  private void play(Change change, String source) throws IOException, LifecycleException {
    switch (change) {
      case Deleted deleted -> delete(deleted, source);
      case Renamed renamed -> rename(renamed, source);
      case Received received -> receive(received, source);
      case HandedOver(var name, var worker) -> {
        if (!isEmpty(name)) {
          notes.add(
              "Class %s goes to worker \"%s\" (%s): its objects move when that worker is run on this data."
                  .formatted(name, worker, source));
        }
      }
      case Created(var name, var storage) -> {
        var known = held.get(name);
        if (known != null && known.storage().filter(it -> it != storage).isPresent()) {
          warnings.add(
              "Class %s was created with %s storage here; a deployed class cannot change to %s. Delete it in one migration and create it in the next."
                  .formatted(name, words(known.storage().get()), words(storage)));
        }
        storages.put(name, storage);
        held.putIfAbsent(name, fresh(name, Optional.of(storage)));
      }
    }
  }

  private static String words(Storage storage) {
    return switch (storage) {
      case SQLITE -> "SQLite";
      case KEY_VALUE -> "key-value";
    };
  }

  /** Whether what is on disk already is what comes after the change. */
  private boolean isPast(String before) {
    return pending.inferred() && facts.live().contains(before);
  }

  private void delete(Deleted change, String source) throws IOException {
    var name = change.className();
    var where = held.get(name);
    if (where == null || isPast(name)) {
      return;
    }
    var count = count(where);
    if (count > 0 && !deletionsAgreed) {
      deletions.add(new Deletion(facts.worker(), name, count, source, folder(where)));
      postponed.add(change);
      if (facts.live().contains(name)) {
        refusal =
            Optional.of(
                "Class %s is deleted (%s) and created anew, which deletes %s of this machine."
                    .formatted(name, source, Words.objects(count)));
      }
      return;
    }
    held.remove(name);
    if (count > 0) {
      gone.add(where);
      notes.add(
          "Class %s is deleted (%s): its data (%s) is in %s now."
              .formatted(name, source, Words.objects(count), disk.resolve(keptName(where))));
    }
  }

  private void rename(Renamed change, String source) throws IOException {
    var where = held.get(change.from());
    if (where == null || isPast(change.from()) || (pending.inferred() && count(where) == 0)) {
      return;
    }
    if (!isEmpty(change.to())) {
      if (count(where) > 0) {
        bothHaveObjects(change.from(), where, change.to(), source);
      }
      return;
    }
    held.remove(change.from());
    held.put(change.to(), where);
    tellMove("Class " + change.from() + " is " + change.to() + " now", where, change.to(), source);
  }

  private void bothHaveObjects(String from, Held where, String to, String source)
      throws IOException {
    warnings.add(
        ("%s makes %s of %s, and both have objects here. %s keeps its own; the %s of %s stay in %s."
                + " To have those instead, remove %s and start again.")
            .formatted(
                capital(source),
                to,
                from,
                to,
                count(where),
                from,
                disk.resolve(folder(where)),
                disk.resolve(disk.objects(facts.worker(), to))));
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private void receive(Received change, String source) throws IOException, LifecycleException {
    var giver = change.fromWorker();
    var giversRecord = disk.record(giver);
    var known = giversRecord.map(it -> it.classes().get(change.from()));
    if (!disk.exists(giver, change.from())
        || disk.count(giver, change.from()) == 0
        || giver.equals(facts.worker())) {
      return;
    }
    var key = giver + "-" + change.from();
    var where =
        new Held(
            giver,
            change.from(),
            known.map(Holding::idKey).orElse(key),
            known.flatMap(Holding::storage));
    if (!isEmpty(change.to())) {
      if (!pending.inferred()) {
        bothHaveObjects(change.from() + " of \"" + giver + "\"", where, change.to(), source);
      }
      return;
    }
    held.put(change.to(), where);
    others.put(
        giver,
        giversRecord.orElse(new WorkerRecord(giver, List.of(), Map.of())).without(change.from()));
    tellMove(
        "Class " + change.from() + " of worker \"" + giver + "\" is " + change.to() + " here now",
        where,
        change.to(),
        source);
  }

  private void tellMove(String what, Held where, String to, String source) throws IOException {
    var count = count(where);
    if (count > 0) {
      notes.add("%s (%s): %s moved, with their ids.".formatted(what, source, Words.objects(count)));
      requireExport(to, source);
    }
  }

  private void requireExport(String className, String source) {
    if (facts.live().contains(className) && !facts.exported().contains(className)) {
      refusal =
          Optional.of(
              "%s makes a class %s, which the code does not export; a deployment is refused (10070)."
                  .formatted(capital(source), className));
    }
  }

  /** Brings back the objects of classes whose migrations have been written otherwise. */
  private void reunite() throws IOException {
    for (var name : facts.live()) {
      if (!isEmpty(name) || disk.count(facts.worker(), name) > 0) {
        continue;
      }
      var keys = new LinkedHashSet<String>();
      lineage(name).forEach(each -> keys.add(key(each)));
      var found = new ArrayList<String>();
      for (var entry : held.entrySet()) {
        if (!facts.live().contains(entry.getKey())
            && !facts.exported().contains(entry.getKey())
            && keys.contains(entry.getValue().idKey())
            && count(entry.getValue()) > 0) {
          found.add(entry.getKey());
        }
      }
      if (found.size() == 1) {
        var former = found.getFirst();
        var where = Objects.requireNonNull(held.remove(former));
        held.put(name, where);
        deletions.removeIf(deletion -> deletion.className().equals(former));
        notes.add(
            "Class %s has the objects again that were those of %s: %s moved, with their ids."
                .formatted(name, former, Words.objects(count(where))));
      }
    }
  }

  /** A class has come and another is not declared any more: most often it has another name. */
  private void hintAtRenames(List<String> arrived) throws IOException {
    arrived.removeIf(name -> !Objects.requireNonNull(held.get(name)).className().equals(name));
    if (arrived.size() != 1) {
      return;
    }
    for (var entry : held.entrySet()) {
      var name = entry.getKey();
      if (!facts.live().contains(name)
          && deletions.stream().noneMatch(deletion -> deletion.className().equals(name))
          && count(entry.getValue()) > 0) {
        warnings.add(
            "Class %s is not declared any more; its %s stay. If %s is its new name, say so with a migration: renamed_classes = [{ from = \"%s\", to = \"%s\" }]"
                .formatted(
                    name,
                    Words.objects(count(entry.getValue())),
                    arrived.getFirst(),
                    name,
                    arrived.getFirst()));
      }
    }
  }

  private void planMoves() throws IOException {
    gone.forEach(where -> moves.add(new Move(folder(where), keptName(where))));
    for (var entry : held.entrySet()) {
      var target = disk.objects(facts.worker(), entry.getKey());
      var where = entry.getValue();
      if (!folder(where).equals(target) && disk.exists(where.worker(), where.className())) {
        moves.add(new Move(folder(where), target));
      }
    }
    // A folder of wrangler's without objects may be in the way.
    for (var move : List.copyOf(moves)) {
      var isFree = moves.stream().anyMatch(other -> other.from().equals(move.to()));
      if (!isFree && Files.exists(disk.resolve(move.to()))) {
        moves.add(new Move(move.to(), kept + "/" + lastName(move.to())));
      }
    }
  }

  private String keptName(Held where) {
    return kept + "/" + lastName(folder(where));
  }

  private static String lastName(String folder) {
    return folder.substring(folder.lastIndexOf('/') + 1);
  }

  private WorkerRecord recordAfter() {
    var classes = new LinkedHashMap<String, Holding>();
    held.forEach(
        (name, where) -> {
          if (facts.live().contains(name) || disk.exists(where.worker(), where.className())) {
            classes.put(name, where.holding(Optional.ofNullable(storages.get(name))));
          }
        });
    var applied =
        facts.history().steps().stream()
            .map(
                step ->
                    new Step(
                        step.tag(),
                        step.changes().stream()
                            .filter(change -> !postponed.contains(change))
                            .toList()))
            .toList();
    return new WorkerRecord(facts.worker(), applied, classes);
  }
}
