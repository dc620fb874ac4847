package dev.durascope.runtime.lifecycle;

import com.google.gson.JsonParseException;
import dev.durascope.runtime.storage.FolderUse;
import dev.durascope.runtime.storage.StorageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One worker's local data, and what its configuration does to it.
 *
 * <p>{@link #open} takes the data for this process and ends what a killed one had begun. {@link
 * #look} says what would be done, {@link #apply} does it. Nobody may have a store of the classes
 * that move open meanwhile. One thread at a time.
 */
public final class LocalLifecycle implements AutoCloseable {
  private final LifecycleFiles disk;
  private final String worker;
  private final Journal journal;
  private final StateLock lock;

  private LocalLifecycle(LifecycleFiles disk, String worker, Journal journal, StateLock lock) {
    this.disk = disk;
    this.worker = worker;
    this.journal = journal;
    this.lock = lock;
  }

  /**
   * Takes a worker's data for this process.
   *
   * @param objects the folder of the folders of classes, such as {@code .wrangler/state/v3/do}
   * @throws LifecycleException if another process has it
   */
  public static LocalLifecycle open(Path objects, String worker) throws LifecycleException {
    return open(objects, worker, what -> {});
  }

  /**
   * The same, by the folder of all state.
   *
   * @param state such as {@code .wrangler/state}
   * @throws LifecycleException if another process has it
   */
  public static LocalLifecycle of(Path state, String worker) throws LifecycleException {
    return open(state.resolve("v3/do"), worker);
  }

  static LocalLifecycle open(Path objects, String worker, Journal.Steps steps)
      throws LifecycleException {
    var disk = LifecycleFiles.ofObjects(objects);
    var opened =
        new LocalLifecycle(
            disk, worker, new Journal(disk, steps), StateLock.take(disk.root(), worker));
    var whole = false;
    try {
      opened.journal.recover();
      whole = true;
      return opened;
    } catch (IOException | JsonParseException e) {
      throw failed(e);
    } finally {
      if (!whole) {
        opened.close();
      }
    }
  }

  private static LifecycleException failed(Exception e) {
    return new LifecycleException(
        "What the configuration says of classes cannot be applied to the data: " + e, e);
  }

  /** What the ids of each class are made from, by class name. */
  public Map<String, String> idKeys() throws LifecycleException {
    try {
      var keys = new LinkedHashMap<String, String>();
      disk.record(worker)
          .ifPresent(
              record ->
                  record.classes().forEach((name, holding) -> keys.put(name, holding.idKey())));
      return keys;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /**
   * What the ids of a class are made from, for somebody who only reads; empty where nothing is
   * recorded of it.
   *
   * @param root the folder of state
   */
  public static Optional<String> recordedIdKey(Path root, String worker, String className)
      throws LifecycleException {
    try {
      return new LifecycleFiles(root, "")
          .record(worker)
          .map(record -> record.classes().get(className))
          .map(Holding::idKey);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** What bringing the data to the configuration would do, with its deletions left out. */
  public Outlook look(ClassFacts facts) throws LifecycleException {
    return look(facts, false);
  }

  /** What bringing the data to the configuration would do, with its deletions. */
  public Outlook lookWithDeletions(ClassFacts facts) throws LifecycleException {
    return look(facts, true);
  }

  private Outlook look(ClassFacts facts, boolean deletes) throws LifecycleException {
    try {
      var plan = plan(facts, deletes, new Undo(disk).next());
      var warnings = new ArrayList<>(HistoryFaults.of(facts.history()));
      warnings.addAll(plan.warnings());
      var changesNothing =
          plan.moves().isEmpty()
              && plan.records()
                  .equals(disk.record(worker).map(it -> Map.of(worker, it)).orElse(Map.of()));
      return new Outlook(facts, disk.objects(worker, ""), deletes, plan, warnings, changesNothing);
    } catch (IOException | JsonParseException e) {
      throw failed(e);
    }
  }

  private Plan plan(ClassFacts facts, boolean deletes, int number)
      throws IOException, LifecycleException {
    var kept = Undo.relative(number);
    return deletes ? Planner.deleting(disk, facts, kept) : Planner.keeping(disk, facts, kept);
  }

  /**
   * Does what was looked at.
   *
   * @throws LifecycleException if something else has the files open; nothing was done then
   */
  public void apply(Outlook outlook) throws LifecycleException {
    if (outlook.changesNothing()) {
      return;
    }
    try (var _ = JournalLock.take(disk)) {
      var number = new Undo(disk).next();
      // Planned again, now that no other process can change the folders.
      var plan = plan(outlook.facts(), outlook.deletes(), number);
      var before = new LinkedHashMap<String, Optional<WorkerRecord>>();
      for (var touched : plan.workers()) {
        before.put(touched, disk.record(touched));
      }
      if (plan.moves().isEmpty()) {
        remember(plan, before);
      } else {
        carryOut(
            new Journal.Entry(number, plan.moves(), plan.records(), before, plan.notes(), false));
      }
    } catch (IOException | JsonParseException e) {
      throw failed(e);
    }
  }

  private void remember(Plan plan, Map<String, Optional<WorkerRecord>> before) throws IOException {
    for (var entry : plan.records().entrySet()) {
      if (!Optional.of(entry.getValue()).equals(before.get(entry.getKey()))) {
        LifecycleFiles.write(
            disk.recordFile(entry.getKey()), RecordJson.of(entry.getValue()) + "\n");
      }
    }
  }

  private void carryOut(Journal.Entry entry) throws IOException, LifecycleException {
    var locks = new ArrayList<StateLock>();
    try {
      for (var touched : entry.before().keySet()) {
        if (!touched.equals(worker)) {
          locks.add(StateLock.takeOrShare(disk.root(), touched));
        }
      }
      for (var move : entry.moves()) {
        requireUnused(disk.resolve(move.from()));
      }
      journal.carryOut(entry);
    } finally {
      locks.forEach(StateLock::close);
    }
  }

  /** Fails if another process, such as wrangler's, has the objects of a class. */
  public void requireUnused(String className) throws LifecycleException {
    requireUnused(disk.resolve(disk.objects(worker, className)));
  }

  private static void requireUnused(Path folder) throws LifecycleException {
    boolean used;
    try {
      used = FolderUse.isUsed(folder);
    } catch (StorageException e) {
      throw new LifecycleException(String.valueOf(e.getMessage()), e);
    }
    if (used) {
      throw new LifecycleException(
          folder
              + " is in use by another process (wrangler dev?). Two on one data would each bring"
              + " the same objects to life. End that one, or give this one data of its own:"
              + " --persist-to FOLDER.");
    }
  }

  /** The applications to this worker's data that can be taken back, oldest first. */
  public List<Application> applications() throws LifecycleException {
    try {
      return new Undo(disk)
          .applications().stream().filter(it -> it.workers().contains(worker)).toList();
    } catch (IOException | JsonParseException e) {
      throw failed(e);
    }
  }

  /** Takes the last application back; nothing if there is none. */
  public Optional<Application> undo() throws LifecycleException {
    var applications = applications();
    if (applications.isEmpty()) {
      return Optional.empty();
    }
    undo(applications.getLast());
    return Optional.of(applications.getLast());
  }

  private void undo(Application application) throws LifecycleException {
    try (var _ = JournalLock.take(disk)) {
      carryOut(new Undo(disk).reversed(application));
    } catch (IOException | JsonParseException e) {
      throw failed(e);
    }
  }

  /** Gives the data free. */
  @Override
  public void close() {
    lock.close();
  }
}
