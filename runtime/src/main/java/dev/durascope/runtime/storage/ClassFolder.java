package dev.durascope.runtime.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    return new ObjectFileEdit(
        SqliteFile.openAlone(file(objectId), SqliteFile.Limits.STANDARD), name);
  }

  /**
   * Begins the file of an object anew, beside the one that it will replace; {@link #install} puts
   * it there.
   */
  public ObjectFileDraft draft(String objectId, @Nullable String name) {
    var draft = draftFile(objectId);
    deleteWithCompanions(draft);
    return new ObjectFileDraft(
        objectId, name, SqliteFile.openDraft(draft, SqliteFile.Limits.STANDARD));
  }

  /** Puts finished drafts in the places of the objects' files, and enters their alarms. */
  public void install(Collection<ObjectFileDraft> drafts) {
    try (var index = new SqliteAlarmIndex(path, SqliteFile.Limits.STANDARD)) {
      for (var draft : drafts) {
        draft.close();
        if (has(draft.objectId())) {
          requireAlone(file(draft.objectId()));
        }
        move(draftFile(draft.objectId()), file(draft.objectId()));
        setAlarm(index, draft.objectId(), draft.name(), draft.alarm());
      }
    }
  }

  /** Gives up a draft. */
  public void discard(ObjectFileDraft draft) {
    draft.close();
    deleteWithCompanions(draftFile(draft.objectId()));
  }

  /** Moves an object's file and its alarm into another folder, where it must not be yet. */
  public void moveTo(ClassFolder other, String objectId) {
    @Nullable String name;
    OptionalLong alarm;
    try (var alone =
        new ObjectFileEdit(
            SqliteFile.openAlone(file(objectId), SqliteFile.Limits.STANDARD), null)) {
      name = alone.name();
      alarm = alone.alarm();
    }
    try {
      Files.createDirectories(other.path());
    } catch (IOException e) {
      throw unreadable(other.path(), e);
    }
    move(file(objectId), other.file(objectId));
    other.setAlarm(objectId, name, alarm);
    setAlarm(objectId, name, OptionalLong.empty());
  }

  /**
   * Copies an object's file, as it is, under another id into another folder.
   *
   * @param newName the name there, if it is to be another one
   */
  public void copyTo(ClassFolder other, String objectId, String newId, @Nullable String newName) {
    var draft = other.draftFile(newId);
    other.deleteWithCompanions(draft);
    try {
      Files.createDirectories(other.path());
    } catch (IOException e) {
      throw unreadable(other.path(), e);
    }
    try (var source = SqliteFile.openForReading(file(objectId), SqliteFile.Limits.STANDARD)) {
      source.attempt(
          "copy", () -> source.connection().getDatabase().backup("main", draft.toString(), null));
    }
    @Nullable String name;
    OptionalLong alarm;
    try (var alone =
        new ObjectFileEdit(SqliteFile.openAlone(draft, SqliteFile.Limits.STANDARD), null)) {
      if (newName != null) {
        alone.rename(newName);
      }
      name = alone.name();
      alarm = alone.alarm();
    }
    if (other.has(newId)) {
      requireAlone(other.file(newId));
    }
    move(draft, other.file(newId));
    other.setAlarm(newId, name, alarm);
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

  private void setAlarm(String objectId, @Nullable String name, OptionalLong alarm) {
    try (var index = new SqliteAlarmIndex(path, SqliteFile.Limits.STANDARD)) {
      setAlarm(index, objectId, name, alarm);
    }
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

  private void deleteWithCompanions(Path file) {
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
