package dev.durascope.runtime.storage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Whether somebody else has the objects of a class open. workerd keeps the class's {@code
 * metadata.sqlite} open for as long as it runs, and so do we; SQLite's own locks tell.
 */
public final class FolderUse {
  private static final SqliteFile.Limits AT_ONCE =
      new SqliteFile.Limits(SqliteFile.MAX_PAGES, Duration.ZERO);

  private FolderUse() {}

  /**
   * Whether any connection to the class's file is open, in this process or another.
   *
   * @param folder such as {@code v3/do/worker-Class}; it need not exist
   */
  public static boolean isUsed(Path folder) {
    var file = folder.resolve(SqliteAlarmIndex.FILE_NAME);
    if (!Files.exists(file)) {
      return false;
    }
    try (var probe = SqliteFile.openExisting(file, AT_ONCE)) {
      // In this mode a file in write-ahead mode is locked against all other connections.
      probe.execute("look whether it is in use", "PRAGMA locking_mode=EXCLUSIVE");
      probe.execute("look whether it is in use", "BEGIN EXCLUSIVE");
      probe.execute("look whether it is in use", "COMMIT");
      return false;
    } catch (StorageException e) {
      if (e.kind() == StorageException.Kind.BUSY) {
        return true;
      }
      throw e;
    }
  }
}
