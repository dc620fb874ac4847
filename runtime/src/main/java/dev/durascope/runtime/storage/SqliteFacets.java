package dev.durascope.runtime.storage;

import dev.durascope.runtime.storage.history.DatabaseHistory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The facets of an object on disk, in workerd's layout: beside {@code ID.sqlite} there is {@code
 * ID.facets}, the {@link FacetIndex}, and a file {@code ID.NUMBER.sqlite} for each of them.
 */
final class SqliteFacets implements FacetStorage {
  private final Path folder;
  private final String objectId;
  private final SqliteFile.Limits limits;
  private @Nullable FacetIndex index;

  SqliteFacets(Path folder, String objectId, SqliteFile.Limits limits) {
    this.folder = folder;
    this.objectId = objectId;
    this.limits = limits;
  }

  private synchronized FacetIndex index() {
    if (index == null) {
      index = FacetIndex.in(folder.resolve(objectId + ".facets"));
    }
    return index;
  }

  private Path file(int number) {
    return folder.resolve(objectId + "." + number + ".sqlite");
  }

  @Override
  public int number(int parent, String name) {
    return index().number(parent, name);
  }

  @Override
  public ObjectStore open(int number) {
    return new SqliteObjectStore(
        file(number), objectId, null, new MemoryAlarmIndex(), limits, System::currentTimeMillis);
  }

  @Override
  public void delete(int number) {
    deleteChildren(number);
    var file = file(number);
    try {
      for (var suffix : List.of("", "-wal", "-shm")) {
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
      }
      Files.deleteIfExists(DatabaseHistory.fileOf(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void deleteChildren(int number) {
    index().children(number).forEach(this::delete);
  }

  @Override
  public void copyTo(Path target) {
    var names = folder.resolve(objectId + ".facets");
    if (!Files.exists(names)) {
      return;
    }
    try {
      Files.copy(names, target.resolve(names.getFileName()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (var number = 1; number <= index().size(); number++) {
      if (Files.exists(file(number))) {
        try (var file = SqliteFile.openForReading(file(number), limits)) {
          file.copyTo(target.resolve(file(number).getFileName()));
        }
      }
    }
  }

  @Override
  public void copy(int source, int target) {
    delete(target);
    var index = index();
    for (var child : index.children(source)) {
      copy(child, index.number(target, index.name(child)));
    }
    if (Files.exists(file(source))) {
      try (var file = SqliteFile.openOrCreate(file(source), limits)) {
        file.copyTo(file(target));
      }
    }
  }
}
