package dev.durascope.runtime.storage;

import java.nio.file.Path;

/** Where the objects of a project keep what they store. */
public sealed interface ObjectStorage {
  /**
   * In SQLite files, a folder for each class.
   *
   * @param folder the folder of those folders, such as {@code .wrangler/state/v3/do}
   */
  record Files(Path folder) implements ObjectStorage {}

  /** In this process only. */
  record Memory() implements ObjectStorage {}

  /**
   * Understands the name of a place.
   *
   * @param place a folder, or {@code memory:}
   * @param base the folder that a relative one is in
   * @throws IllegalArgumentException if it is neither; the message says why
   */
  static ObjectStorage named(String place, Path base) {
    return place.equals("memory:") ? new Memory() : new Files(base.resolve(place).normalize());
  }

  /** Opens it; nothing is touched before an object stores something. */
  default StorageBackend open() {
    return switch (this) {
      case Files(Path folder) -> uniqueKey -> SqliteNamespaceStorage.in(folder, uniqueKey);
      case Memory() -> uniqueKey -> new MemoryNamespaceStorage();
    };
  }
}
