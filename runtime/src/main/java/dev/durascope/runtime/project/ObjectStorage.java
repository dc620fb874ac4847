package dev.durascope.runtime.project;

import dev.durascope.runtime.storage.MemoryNamespaceStorage;
import dev.durascope.runtime.storage.SqliteNamespaceStorage;
import dev.durascope.runtime.storage.StorageBackend;
import dev.durascope.runtime.storage.StorageException;
import dev.durascope.runtime.storage.redis.RedisAddress;
import dev.durascope.runtime.storage.redis.RedisStorage;
import java.nio.file.Path;

/** Where the objects of a project keep what they store. */
public sealed interface ObjectStorage {
  /**
   * In SQLite files, a folder for each class.
   *
   * @param folder the folder of those folders, such as {@code .wrangler/state/v3/do}
   */
  record Files(Path folder) implements ObjectStorage {}

  /** In this process only: it is gone with it. */
  record Memory() implements ObjectStorage {}

  /** In a Redis server, which has no SQL. */
  record Redis(RedisAddress address) implements ObjectStorage {}

  /**
   * Understands the name of a place.
   *
   * @param place a folder, {@code memory:}, or the address of a Redis server
   * @param base the folder that a relative one is in
   * @throws IllegalArgumentException if it is none; the message says why
   */
  static ObjectStorage named(String place, Path base) {
    if (RedisAddress.isMeant(place)) {
      return new Redis(RedisAddress.parse(place));
    }
    return place.equals("memory:") ? new Memory() : new Files(base.resolve(place).normalize());
  }

  /** Whether classes with SQL can keep their data there. */
  default boolean hasSql() {
    return !(this instanceof Redis);
  }

  /**
   * Opens it. No file is touched before an object stores something; a server is connected to.
   *
   * @throws StorageException if there is no such server
   */
  default StorageBackend open() {
    return switch (this) {
      case Files(Path folder) -> uniqueKey -> SqliteNamespaceStorage.in(folder, uniqueKey);
      case Memory() -> uniqueKey -> new MemoryNamespaceStorage();
      case Redis(RedisAddress address) -> RedisStorage.connect(address);
    };
  }
}
