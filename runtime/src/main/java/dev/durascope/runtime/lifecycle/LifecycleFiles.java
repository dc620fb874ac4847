package dev.durascope.runtime.lifecycle;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.durascope.runtime.durable.DurableObjectIds;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The folder of all state, such as {@code .wrangler/state}, as far as classes are concerned. Where
 * objects have a folder of their own elsewhere, that is the folder of state too, without {@code
 * v3/do}.
 *
 * <pre>
 *   v3/do/worker-Class/           the objects of a class, as wrangler has them
 *   durascope/                    ours, which wrangler does not look at
 *     locks/worker                held while a process runs the worker
 *     lifecycle/
 *       records/worker.json       what was applied, {@link RecordJson}
 *       journal.json, moving/     only while something is applied, {@link Journal}
 *       undo/7/                   what application 7 did and moved away, {@link Undo}
 * </pre>
 *
 * @param prefix where the folders of classes are, relative to the root: {@code v3/do/} or nothing
 */
record LifecycleFiles(Path root, String prefix) {
  private static final Path OBJECTS = Path.of("v3", "do");
  private static final Pattern OBJECT_FILE = Pattern.compile("([0-9a-f]{64})\\.sqlite");

  /** The folder of state that has the folders of classes here. */
  static LifecycleFiles ofObjects(Path objects) {
    return objects.endsWith(OBJECTS)
        ? new LifecycleFiles(objects.resolve("../..").normalize(), "v3/do/")
        : new LifecycleFiles(objects, "");
  }

  /** Where the objects of a class are, relative to the root: {@code v3/do/worker-Class}. */
  String objects(String worker, String className) {
    return prefix + worker + "-" + className;
  }

  Path resolve(String relative) {
    return root.resolve(relative);
  }

  Path lifecycle() {
    return root.resolve("durascope/lifecycle");
  }

  boolean exists(String worker, String className) {
    return Files.isDirectory(root.resolve(objects(worker, className)));
  }

  /** How many objects have stored something. */
  int count(String worker, String className) throws IOException {
    return count(objects(worker, className));
  }

  int count(String relative) throws IOException {
    var folder = root.resolve(relative);
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (var files = Files.list(folder)) {
      return (int) files.filter(LifecycleFiles::isObject).count();
    }
  }

  private static boolean isObject(Path file) {
    return OBJECT_FILE.matcher(String.valueOf(file.getFileName())).matches();
  }

  /** The classes of a worker that have a folder. A class name has no dash, a worker's may. */
  Set<String> classes(String worker) throws IOException {
    var classes = new LinkedHashSet<String>();
    var folder = root.resolve(prefix);
    if (!Files.isDirectory(folder)) {
      return classes;
    }
    try (var entries = Files.list(folder)) {
      entries
          .map(entry -> String.valueOf(entry.getFileName()))
          .filter(name -> name.lastIndexOf('-') == worker.length() && name.startsWith(worker))
          .map(name -> name.substring(worker.length() + 1))
          .sorted()
          .forEach(classes::add);
    }
    return classes;
  }

  /**
   * Which of the keys the ids of a class were made from: half of each id is a hash of the other
   * half with the key. Empty where there are no objects, or none of the keys fits.
   */
  Optional<String> idKey(String worker, String className, Set<String> candidates)
      throws IOException {
    var folder = root.resolve(objects(worker, className));
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    Optional<Path> some;
    try (var files = Files.list(folder)) {
      some = files.filter(LifecycleFiles::isObject).findFirst();
    }
    return some.map(file -> String.valueOf(file.getFileName()).substring(0, 64))
        .flatMap(id -> candidates.stream().filter(key -> isMadeFrom(key, id)).findFirst());
  }

  private static boolean isMadeFrom(String key, String id) {
    try {
      var _ = new DurableObjectIds(key, new SecureRandom()).fromString(id);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** What was applied to a worker's data. */
  Optional<WorkerRecord> record(String worker) throws IOException, LifecycleException {
    var file = recordFile(worker);
    var json = readJson(file);
    try {
      return json.map(RecordJson::read);
    } catch (JsonParseException e) {
      throw unreadable(file, e);
    }
  }

  Path recordFile(String worker) {
    return lifecycle().resolve("records").resolve(worker + ".json");
  }

  static Optional<JsonObject> readJson(Path file) throws IOException, LifecycleException {
    try {
      return Optional.of(JsonParser.parseString(Files.readString(file)).getAsJsonObject());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (JsonParseException | IllegalStateException e) {
      throw unreadable(file, e);
    }
  }

  private static LifecycleException unreadable(Path file, Exception cause) {
    return new LifecycleException(
        file
            + " is damaged ("
            + cause.getMessage()
            + "). Remove it: what was applied is then inferred from the folders.",
        cause);
  }

  /** Replaces a file by a new text: after a crash it has the one text or the other. */
  static void write(Path file, String text) throws IOException {
    var folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException(file + " has no folder");
    }
    Files.createDirectories(folder);
    var fresh = folder.resolve(file.getFileName() + ".new");
    try (var channel =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        var _ = channel.write(bytes);
      }
      channel.force(true);
    }
    try {
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
