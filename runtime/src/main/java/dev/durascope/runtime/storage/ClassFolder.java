package dev.durascope.runtime.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The files of one class's objects, for tools that work while nothing runs.
 *
 * <p>Reading changes no file, and leaves none behind. Writing takes a file for itself alone: a
 * program that has it open, even an idle one, makes that fail with {@link
 * StorageException.Kind#BUSY} before anything is changed.
 *
 * @param path the folder; it need not exist
 * @param uniqueKey {@code worker-Class}
 */
public record ClassFolder(Path path, String uniqueKey) {
  private static final Pattern OBJECT_FILE = Pattern.compile("([0-9a-f]{64})\\.sqlite");
  private static final String DRAFT_SUFFIX = ".draft";
  private static final List<String> COMPANIONS = List.of("-wal", "-shm", "-journal");

  /** The ids of the objects that have a file, in order. */
  public List<String> objectIds() {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (var files = Files.list(path)) {
      return files
          .map(file -> OBJECT_FILE.matcher(file.getFileName().toString()))
          .filter(Matcher::matches)
          .map(match -> match.group(1))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /** What all files take on disk. */
  public long bytes() {
    if (!Files.isDirectory(path)) {
      return 0;
    }
    try (var files = Files.list(path)) {
      var bytes = 0L;
      for (var file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
      return bytes;
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /** The alarms of all objects, the earliest first. */
  public List<ScheduledAlarm> alarms() {
    var index = path.resolve(SqliteAlarmIndex.FILE_NAME);
    if (!Files.exists(index)) {
      return List.of();
    }
    try (var file = SqliteFile.openForReading(index, SqliteFile.Limits.STANDARD)) {
      return SqliteAlarmIndex.allIn(file);
    }
  }

  /** The names of objects that their alarms tell; an object's own file need not know its name. */
  public Map<String, String> namesOfAlarms() {
    var names = new HashMap<String, String>();
    for (var alarm : alarms()) {
      if (alarm.objectName() != null) {
        names.put(alarm.objectId(), alarm.objectName());
      }
    }
    return names;
  }

  /** What is wrong with an object's file so that it cannot be read, if anything is. */
  public Optional<StorageException> fault(String objectId) {
    try (var file = read(objectId)) {
      file.summary();
      return Optional.empty();
    } catch (StorageException e) {
      if (e.kind() == StorageException.Kind.CORRUPT) {
        return Optional.of(e);
      }
      throw e;
    }
  }

  /** What the object's file takes on disk. */
  public long bytes(String objectId) {
    try {
      return Files.size(file(objectId));
    } catch (IOException e) {
      throw unreadable(file(objectId), e);
    }
  }

  /** Whether the object has a file. */
  public boolean has(String objectId) {
    return Files.exists(file(objectId));
  }

  /** Opens an object that {@link #has a file}, for reading. */
  public ObjectFile read(String objectId) {
    return read(objectId, Map.of());
  }

  /**
   * The same.
   *
   * @param names of objects whose own files may not tell them
   */
  public ObjectFile read(String objectId, Map<String, String> names) {
    return new ObjectFile(
        objectId,
        names.get(objectId),
        SqliteFile.openForReading(file(objectId), SqliteFile.Limits.STANDARD));
  }

  /**
   * Opens an object for writing, for this process alone; makes its file if there is none.
   *
   * @param name its name where it is known, which is kept with it
   */
  public ObjectFileEdit edit(String objectId, @Nullable String name) {
    requireUnused();
    var alarms = index();
    return new ObjectFileEdit(
        SqliteObjectStore.alone(file(objectId), objectId, name, alarms, SqliteFile.Limits.STANDARD),
        alarms);
  }

  /**
   * Begins the file of an object anew, beside the one that it will replace; {@link #install} puts
   * it there.
   */
  public ObjectFileDraft draft(String objectId, @Nullable String name) {
    var draft = draftFile(objectId);
    deleteWithCompanions(draft);
    try {
      return new ObjectFileDraft(
          objectId, name, SqliteFile.openDraft(draft, SqliteFile.Limits.STANDARD));
    } catch (StorageException e) {
      deleteWithCompanions(draft);
      throw e;
    }
  }

  /**
   * Puts finished drafts in the places of the objects' files, and enters their alarms. An object
   * that is there takes over what the draft has, as one commit more.
   */
  public void install(Collection<ObjectFileDraft> drafts) {
    for (var draft : drafts) {
      draft.close();
      put(draftFile(draft.objectId()), draft.objectId());
      discard(draft);
    }
  }

  /** Something that makes a file. */
  public interface Maker {
    /** Makes it; it is not there yet. */
    void make(Path file);
  }

  /** Has an object be what {@code maker} makes, in the layout of an object's file. */
  public void put(String objectId, Maker maker) {
    create();
    var made = draftFile(objectId);
    deleteWithCompanions(made);
    try {
      maker.make(made);
      put(made, objectId);
    } finally {
      deleteWithCompanions(made);
    }
  }

  private void put(Path made, String objectId) {
    if (has(objectId)) {
      try (var edit = edit(objectId, null)) {
        edit.replaceBy(made);
      }
      new SqliteFacets(path, objectId, SqliteFile.Limits.STANDARD)
          .deleteChildren(FacetStorage.ROOT);
      return;
    }
    create();
    move(made, file(objectId));
    try (var file = read(objectId);
        var index = index()) {
      setAlarm(index, objectId, file.name(), file.alarm());
    }
  }

  /** Gives up a draft. */
  public void discard(ObjectFileDraft draft) {
    draft.close();
    deleteWithCompanions(draftFile(draft.objectId()));
  }

  /**
   * Moves objects' files, their histories and their alarms into another folder, where they must not
   * be yet.
   */
  public void moveTo(ClassFolder other, List<String> objectIds) {
    requireUnused();
    other.create();
    var names = namesOfAlarms();
    try (var here = index();
        var there = other.index()) {
      for (var id : objectIds) {
        if (fault(id).isEmpty()) {
          requireAlone(file(id));
          try (var file = read(id, names)) {
            setAlarm(there, id, file.name(), file.alarm());
          }
        }
        moveBeside(id, other);
        move(file(id), other.file(id));
        here.remove(id);
      }
    }
  }

  /** Moves an object's history, and what belongs to its facets. */
  private void moveBeside(String id, ClassFolder other) {
    try (var files = Files.list(path)) {
      for (var file : files.filter(file -> isBeside(id, file)).toList()) {
        Files.move(file, other.path.resolve(file.getFileName()));
      }
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static boolean isBeside(String id, Path file) {
    var name = file.getFileName().toString();
    return name.startsWith(id + ".") && !name.startsWith(id + ".sqlite");
  }

  /**
   * What becomes of an object that is copied.
   *
   * @param newName its name there, if it is to be another one
   */
  public record Copy(String id, String newId, @Nullable String newName) {}

  /** Copies objects' files, as they are, into another folder. */
  public void copyTo(ClassFolder other, List<Copy> copies) {
    other.requireUnused();
    other.create();
    copies.forEach(copy -> copyTo(other, copy));
  }

  private void copyTo(ClassFolder other, Copy copy) {
    other.put(
        copy.newId(),
        made -> {
          try (var source =
              SqliteFile.openForReading(file(copy.id()), SqliteFile.Limits.STANDARD)) {
            source.copyTo(made);
          }
          if (copy.newName() != null) {
            try (var file = SqliteFile.openAlone(made, SqliteFile.Limits.STANDARD)) {
              new NameTable(file).set(copy.newName());
            }
          }
        });
  }

  private SqliteAlarmIndex index() {
    return new SqliteAlarmIndex(path, SqliteFile.Limits.STANDARD);
  }

  private void create() {
    try {
      Files.createDirectories(path);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /** Fails if another process uses the class's files. */
  public void requireUnused() {
    var index = path.resolve(SqliteAlarmIndex.FILE_NAME);
    if (Files.exists(index)) {
      requireAlone(index);
    }
  }

  private static void requireAlone(Path file) {
    SqliteFile.openAlone(file, SqliteFile.Limits.STANDARD).close();
  }

  private static void setAlarm(
      SqliteAlarmIndex index, String objectId, @Nullable String name, OptionalLong alarm) {
    if (alarm.isPresent()) {
      index.set(new ScheduledAlarm(objectId, name, alarm.getAsLong()));
    } else {
      index.remove(objectId);
    }
  }

  private Path file(String objectId) {
    return SqliteNamespaceStorage.objectFile(path, objectId);
  }

  private Path draftFile(String objectId) {
    return Path.of(file(objectId) + DRAFT_SUFFIX);
  }

  private static void deleteWithCompanions(Path file) {
    try {
      Files.deleteIfExists(file);
      for (var companion : COMPANIONS) {
        Files.deleteIfExists(Path.of(file + companion));
      }
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static void move(Path from, Path to) {
    try {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
      for (var companion : COMPANIONS) {
        Files.deleteIfExists(Path.of(from + companion));
      }
    } catch (IOException e) {
      throw unreadable(to, e);
    }
  }

  static StorageException unreadable(Path path, IOException e) {
    return new StorageException(
        StorageException.Kind.UNREACHABLE,
        path.toString(),
        "cannot be used (" + e.getClass().getSimpleName() + ": " + e.getMessage() + ")",
        e);
  }
}
