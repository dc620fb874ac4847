package dev.durascope.runtime.project;

import dev.durascope.model.config.WranglerConfig;
import dev.durascope.runtime.storage.SqliteNamespaceStorage;
import dev.durascope.runtime.storage.StorageBackend;
import dev.durascope.runtime.storage.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Where the objects of a project keep what they store: where the command line says; else where the
 * configuration says, as Miniflare 2 reads it, by {@code [miniflare] durable_objects_persist}; else
 * within the folder of all local state, as with wrangler.
 */
final class ChosenStorage {
  /** Miniflare 2's folder, beside the configuration. */
  private static final String MINIFLARE_FOLDER = ".mf/do";

  private static final String KEY = "[miniflare] durable_objects_persist";

  private ChosenStorage() {}

  /**
   * @param state the folder of all local state
   * @throws ProjectException if the configuration says what cannot be understood
   */
  static ObjectStorage of(ProjectOptions options, Path configFile, Path state)
      throws ProjectException {
    if (options.storage().isPresent()) {
      return options.storage().get();
    }
    var configured =
        options.persistTo().isPresent() ? Optional.<ObjectStorage>empty() : read(configFile);
    return configured.orElseGet(
        () -> new ObjectStorage.Files(SqliteNamespaceStorage.objectsOf(state)));
  }

  /** What is meant where no place is named: Miniflare 2's own. */
  static ObjectStorage byDefault(Path directory) {
    return new ObjectStorage.Files(directory.resolve(MINIFLARE_FOLDER));
  }

  /**
   * Opens it.
   *
   * @throws ProjectException if there is no such server
   */
  static StorageBackend open(ObjectStorage storage) throws ProjectException {
    try {
      return storage.open();
    } catch (StorageException e) {
      throw new ProjectException("The objects' storage cannot be opened. " + e.getMessage(), e);
    }
  }

  /** Refuses classes with SQL where there is none. */
  static void requireSql(ObjectStorage storage, ProjectSource source) throws ProjectException {
    var classes = new TreeSet<>(source.config().sqliteClasses());
    classes.retainAll(source.bundle().exports());
    if (!storage.hasSql() && !classes.isEmpty()) {
      throw new ProjectException(
          "The objects of "
              + String.join(", ", classes)
              + " keep their data in SQLite (new_sqlite_classes), which a Redis server cannot hold."
              + " Declare classes for Redis by new_classes, or choose another storage.");
    }
  }

  private static Optional<ObjectStorage> read(Path configFile) throws ProjectException {
    if (!Files.exists(configFile)) {
      return Optional.empty();
    }
    try {
      var written =
          WranglerConfig.read(configFile)
              .document()
              .root()
              .table("miniflare")
              .flatMap(table -> table.get("durable_objects_persist"));
      if (written.isEmpty()) {
        return Optional.empty();
      }
      var text = written.get().asString();
      if (text.isPresent()) {
        return Optional.of(named(text.get().value(), configFile.resolveSibling("")));
      }
      var flag = written.get().asBoolean();
      if (flag.isPresent()) {
        return Optional.of(
            flag.get() ? byDefault(configFile.resolveSibling("")) : new ObjectStorage.Memory());
      }
      throw new ProjectException(
          configFile + ": " + KEY + " is true, false, a folder or a redis:// address.");
    } catch (IOException e) {
      throw new ProjectException("The configuration " + configFile + " cannot be read: " + e, e);
    }
  }

  private static ObjectStorage named(String place, Path base) throws ProjectException {
    try {
      return ObjectStorage.named(place, base);
    } catch (IllegalArgumentException e) {
      throw new ProjectException(KEY + ": " + e.getMessage(), e);
    }
  }
}
