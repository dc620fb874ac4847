package dev.durascope.runtime.lifecycle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The applications that can be taken back, each a numbered folder with what it did and what it
 * moved away. The last one is taken back first.
 *
 * <p>Folders go back where they were, with all that was stored in them since. What has come into
 * their old place in the meantime is kept in the application's folder.
 */
final class Undo {
  static final String APPLICATION = "application.json";
  private static final String FOLDER = "undo";

  private final LifecycleFiles disk;

  Undo(LifecycleFiles disk) {
    this.disk = disk;
  }

  static Path folder(LifecycleFiles disk, int number) {
    return disk.lifecycle().resolve(FOLDER).resolve(Integer.toString(number));
  }

  /** The folder of an application, relative to that of state. */
  static String relative(int number) {
    return "durascope/lifecycle/" + FOLDER + "/" + number;
  }

  /** The number for the next application: one that no folder has. */
  int next() throws IOException {
    return numbers().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
  }

  private List<Integer> numbers() throws IOException {
    var all = disk.lifecycle().resolve(FOLDER);
    if (!Files.isDirectory(all)) {
      return List.of();
    }
    try (var folders = Files.list(all)) {
      return folders
          .map(folder -> String.valueOf(folder.getFileName()))
          .filter(name -> name.matches("[0-9]{1,9}"))
          .map(Integer::valueOf)
          .sorted()
          .toList();
    }
  }

  /** The applications that can be taken back, oldest first. */
  List<Application> applications() throws IOException, LifecycleException {
    var applications = new ArrayList<Application>();
    for (var number : numbers()) {
      var json = LifecycleFiles.readJson(folder(disk, number).resolve(APPLICATION));
      if (json.isPresent()) {
        applications.add(
            new Application(
                number,
                Set.copyOf(JournalJson.records(json.get(), "records").keySet()),
                JournalJson.notes(json.get())));
      }
    }
    return applications;
  }

  /** What takes an application back. */
  Journal.Entry reversed(Application application) throws IOException, LifecycleException {
    var json =
        LifecycleFiles.readJson(folder(disk, application.number()).resolve(APPLICATION))
            .orElseThrow(
                () -> new LifecycleException("There is no application " + application.number()));
    var back =
        JournalJson.moves(json).stream()
            .map(Move::reversed)
            .filter(move -> Files.exists(disk.resolve(move.from())))
            .toList();
    var moves = new ArrayList<>(back);
    for (var move : back) {
      var isFree = back.stream().anyMatch(other -> other.from().equals(move.to()));
      if (!isFree && Files.exists(disk.resolve(move.to()))) {
        var name = move.to().substring(move.to().lastIndexOf('/') + 1);
        moves.add(new Move(move.to(), unused(application.number(), name)));
      }
    }
    var before = JournalJson.records(json, "before");
    var records = new LinkedHashMap<String, WorkerRecord>();
    before.forEach((worker, record) -> record.ifPresent(it -> records.put(worker, it)));
    var now = new LinkedHashMap<String, Optional<WorkerRecord>>();
    for (var worker : before.keySet()) {
      now.put(worker, disk.record(worker));
    }
    return new Journal.Entry(application.number(), moves, records, now, List.of(), true);
  }

  private String unused(int number, String name) {
    var folder = relative(number) + "/";
    var suffix = 1;
    while (Files.exists(disk.resolve(folder + "later-" + suffix + "-" + name))) {
      suffix++;
    }
    return folder + "later-" + suffix + "-" + name;
  }
}
