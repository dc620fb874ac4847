package dev.durascope.runtime.lifecycle;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Moves folders and replaces records so that all of it happens or nothing, wherever the process is
 * killed.
 *
 * <pre>
 *   1  journal.json: what is to be done, phase "stage"      before this, nothing has happened
 *   2  each folder → moving/N
 *   3  journal.json, phase "place"
 *   4  moving/N → where it belongs
 *   5  undo/7/application.json, records/…                   each replaced as a whole
 *   6  journal.json is removed                              from here on, all has happened
 * </pre>
 *
 * <p>Whoever takes the data next finds the journal and does the rest ({@link #recover}): in phase
 * "stage" what is not in {@code moving} is still at its old place, in phase "place" what is in
 * {@code moving} is not at its new place. Two folders can so change places.
 */
final class Journal {
  private static final String FILE = "journal.json";

  /** Called before each change to the disk: a test ends the process there. */
  interface Steps {
    void before(String what) throws IOException;
  }

  /**
   * What is to be done.
   *
   * @param number of the application
   * @param before the records that are replaced, null for one that there was not
   * @param isUndo whether the application of this number is taken back by it
   */
  record Entry(
      int number,
      List<Move> moves,
      Map<String, WorkerRecord> records,
      Map<String, Optional<WorkerRecord>> before,
      List<String> notes,
      boolean isUndo) {}

  private final LifecycleFiles disk;
  private final Steps steps;

  Journal(LifecycleFiles disk, Steps steps) {
    this.disk = disk;
    this.steps = steps;
  }

  /** Does what an entry says, all of it or nothing. The caller has the {@link JournalLock}. */
  void carryOut(Entry entry) throws IOException, LifecycleException {
    var json = JournalJson.of(entry);
    write(json, "stage");
    finish(json);
  }

  /** Does the rest of what a killed process had begun. */
  void recover() throws IOException, LifecycleException {
    if (!Files.exists(file())) {
      return;
    }
    try (var _ = JournalLock.take(disk)) {
      var json = LifecycleFiles.readJson(file());
      if (json.isPresent()) {
        finish(json.get());
      }
    }
  }

  private void finish(JsonObject json) throws IOException, LifecycleException {
    var moves = JournalJson.moves(json);
    if (JournalJson.phase(json).equals("stage")) {
      for (var i = 0; i < moves.size(); i++) {
        move(disk.resolve(moves.get(i).from()), staged(i));
      }
      write(json, "place");
    }
    for (var i = 0; i < moves.size(); i++) {
      move(staged(i), disk.resolve(moves.get(i).to()));
    }
    record(json);
    steps.before("remove the journal");
    Files.deleteIfExists(disk.lifecycle().resolve("moving"));
    Files.deleteIfExists(file());
  }

  private void record(JsonObject json) throws IOException {
    var undo = Undo.folder(disk, JournalJson.number(json));
    var application = undo.resolve(Undo.APPLICATION);
    if (JournalJson.isUndo(json)) {
      steps.before("forget the application");
      Files.deleteIfExists(application);
      removeIfEmpty(undo);
    } else {
      steps.before("keep the application");
      LifecycleFiles.write(application, json + "\n");
    }
    for (var entry : json.getAsJsonObject("records").entrySet()) {
      steps.before("write a record");
      var file = disk.recordFile(entry.getKey());
      if (entry.getValue() instanceof JsonNull) {
        Files.deleteIfExists(file);
      } else {
        LifecycleFiles.write(file, entry.getValue() + "\n");
      }
    }
  }

  private static void removeIfEmpty(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var files = Files.list(folder)) {
      if (files.findAny().isPresent()) {
        return;
      }
    }
    Files.delete(folder);
  }

  private void write(JsonObject json, String phase) throws IOException {
    json.addProperty("phase", phase);
    steps.before("write the journal");
    LifecycleFiles.write(file(), json + "\n");
  }

  private void move(Path from, Path to) throws IOException {
    if (!Files.exists(from)) {
      return; // done before the process was killed
    }
    steps.before("move");
    Files.createDirectories(to.getParent());
    Files.move(from, to);
  }

  private Path staged(int index) {
    return disk.lifecycle().resolve("moving").resolve(Integer.toString(index));
  }

  private Path file() {
    return disk.lifecycle().resolve(FILE);
  }
}
