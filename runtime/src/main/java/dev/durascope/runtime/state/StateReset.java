package dev.durascope.runtime.state;

import dev.durascope.runtime.storage.StateFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lets objects start anew: their files are moved into a backup, which is a folder of state itself,
 * {@code .wrangler/state/backup/TIME}; from there they can be listed, and copied back.
 *
 * @param objects the ids, by class
 */
public record StateReset(ProjectState state, List<Part> objects) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  /** Objects of one class. */
  public record Part(StateClass type, List<String> ids) {
    public Part {
      ids = List.copyOf(ids);
    }
  }

  public StateReset {
    objects = List.copyOf(objects);
  }

  /**
   * Finds what would be reset.
   *
   * @param only the one object to reset; without, all of the classes
   */
  public static StateReset of(
      ProjectState state, List<StateClass> classes, Optional<StateObject> only)
      throws StateException {
    var parts = new ArrayList<Part>();
    for (var type : classes) {
      var ids = only.isPresent() ? List.of(only.get().id()) : state.objects().ids(type);
      if (!ids.isEmpty()) {
        parts.add(new Part(type, ids));
      }
    }
    return new StateReset(state, parts);
  }

  /** How many objects there are. */
  public int count() {
    return objects.stream().mapToInt(part -> part.ids().size()).sum();
  }

  /**
   * Moves them away; a running project does so by itself.
   *
   * @return where they are now
   */
  public Path run(Clock clock) throws StateException {
    if (state.objects() instanceof RunningAccess process) {
      return process.reset(objects);
    }
    try (var use = new StateUse(state)) {
      for (var part : objects) {
        use.take(part.type());
      }
      var target = backup(state.folder(), clock);
      for (var part : objects) {
        var from = state.folder().ofClass(part.type().uniqueKey());
        from.moveTo(target.ofClass(part.type().uniqueKey()), part.ids());
      }
      return target.persist();
    }
  }

  /** A folder for a backup, which is not there yet. */
  public static StateFolder backup(StateFolder state, Clock clock) {
    var stamp = TIME.format(clock.instant().atZone(ZoneId.systemDefault()));
    var backups = state.persist().resolve("backup");
    var backup = backups.resolve(stamp);
    for (var number = 2; Files.exists(backup); number++) {
      backup = backups.resolve(stamp + "-" + number);
    }
    return new StateFolder(backup);
  }
}
