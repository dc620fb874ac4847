package dev.durascope.runtime.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks into the files of a class, each call through a connection of its own: SQLite then keeps
 * readers and the running object apart, and an idle panel holds no file open.
 */
final class SqliteStorageInspector implements StorageInspector {

  private static final Pattern OBJECT_FILE = Pattern.compile("([0-9a-f]{64})\\.sqlite");

  private final Path folder;
  private final SqliteFile.Limits limits;

  SqliteStorageInspector(Path folder, SqliteFile.Limits limits) {
    this.folder = folder;
    this.limits = limits;
  }

  @Override
  public Page<StoredObject> objects(@Nullable String start, int limit) {
    Paging.checkLimit(limit);
    List<StoredObject> objects = new ArrayList<>();
    for (String id : ids()) {
      if (start != null && id.compareTo(start) < 0) {
        continue;
      }
      if (objects.size() == limit) {
        return new Page<>(objects, id);
      }
      listed(id).ifPresent(objects::add);
    }
    return new Page<>(objects, null);
  }

  /** One file that is damaged is no reason to hide all others. */
  private Optional<StoredObject> listed(String id) {
    try {
      return object(id);
    } catch (StorageException e) {
      if (e.kind() != StorageException.Kind.CORRUPT) {
        throw e;
      }
      var path = SqliteNamespaceStorage.objectFile(folder, id);
      return Optional.of(new StoredObject(id, null, OptionalLong.empty(), path.toFile().length()));
    }
  }

  private List<String> ids() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> OBJECT_FILE.matcher(file.getFileName().toString()))
          .filter(Matcher::matches)
          .map(match -> match.group(1))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new StorageException(
          StorageException.Kind.UNREACHABLE,
          folder.toString(),
          "could not list the folder: " + e.getMessage(),
          e);
    }
  }

  @Override
  public Optional<StoredObject> object(String objectId) {
    return looking(objectId, file -> describe(objectId, file)).flatMap(Function.identity());
  }

  private static Optional<StoredObject> describe(String id, SqliteFile file) {
    long bytes = usedBytes(file);
    if (bytes == 0) {
      return Optional.empty();
    }
    String name = new NameTable(file).get().orElse(null);
    OptionalLong alarm = new MetadataTable(file).alarm();
    return Optional.of(new StoredObject(id, name, alarm, bytes));
  }

  /** Returns the pages in use, in bytes; 0 for a database without a table. */
  private static long usedBytes(SqliteFile file) {
    return file.attempt(
        "read the size",
        () -> {
          String query =
              "SELECT (SELECT count(*) > 0 FROM sqlite_master WHERE name <> 'sqlite_sequence')"
                  + " * (page_count - freelist_count) * page_size"
                  + " FROM pragma_page_count, pragma_freelist_count, pragma_page_size";
          try (ResultSet rows = file.prepared(query).executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
          }
        });
  }

  @Override
  public Page<StoredEntry> entries(String objectId, KeyQuery query) {
    List<StoredEntry> entries =
        looking(objectId, file -> new KeyValueTable(file).list(query.options())).orElse(List.of());
    return Paging.page(entries, query.limit());
  }

  @Override
  public Optional<byte[]> read(String objectId, String key) {
    return looking(objectId, file -> new KeyValueTable(file).get(key)).flatMap(Function.identity());
  }

  @Override
  public void write(String objectId, String key, byte[] value) {
    Path path = SqliteNamespaceStorage.objectFile(folder, objectId);
    try (SqliteFile file = SqliteFile.openOrCreate(path, limits)) {
      new KeyValueTable(file).put(key, value);
    }
  }

  @Override
  public boolean delete(String objectId, String key) {
    return looking(objectId, file -> new KeyValueTable(file).delete(key)).orElse(false);
  }

  /** Runs {@code look} on the object's file, if there is one. */
  private <T> Optional<T> looking(String objectId, Function<SqliteFile, T> look) {
    Path path = SqliteNamespaceStorage.objectFile(folder, objectId);
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    try (SqliteFile file = SqliteFile.openExisting(path, limits)) {
      return Optional.of(look.apply(file));
    }
  }
}
