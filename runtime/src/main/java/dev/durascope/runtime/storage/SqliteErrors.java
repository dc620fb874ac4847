package dev.durascope.runtime.storage;

import dev.durascope.runtime.storage.StorageException.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** Says what SQLite's result codes mean for the one who has to do something about them. */
final class SqliteErrors {

  /** An extended result code has the primary one in its low byte. */
  private static final int PRIMARY = 0xFF;

  /** SQLITE_ERROR, the code of statements that make no sense in the present state. */
  private static final int GENERIC = 1;

  private static final int CONSTRAINT = 19;

  /** SQLITE_IOERR_SHMSIZE: there is no room for the index of the write-ahead log. */
  private static final int SHM_SIZE = 10 | (19 << 8);

  private SqliteErrors() {}

  static StorageException translate(Path file, String what, SQLException e) {
    Kind kind = kind(file, e);
    return new StorageException(
        kind,
        file.toString(),
        "could not " + what + ": " + withoutFullStop(String.valueOf(e.getMessage())),
        e);
  }

  private static Kind kind(Path file, SQLException e) {
    if (e.getErrorCode() == SHM_SIZE) {
      return Kind.FULL;
    }
    return switch (code(e)) {
      case 11, 26 -> Kind.CORRUPT; // SQLITE_CORRUPT, SQLITE_NOTADB
      case 3, 8 -> Kind.READ_ONLY; // SQLITE_PERM, SQLITE_READONLY
      case 13 -> Kind.FULL; // SQLITE_FULL
      case 5, 6 -> Kind.BUSY; // SQLITE_BUSY, SQLITE_LOCKED
      case 14 -> isWritable(file) ? Kind.UNREACHABLE : Kind.READ_ONLY; // SQLITE_CANTOPEN
      case 18 -> Kind.TOO_BIG; // SQLITE_TOOBIG
      default -> Kind.IO;
    };
  }

  /** What a commit failed by: deferred constraints are the user's, not the disk's. */
  static StorageException ofCommit(StorageException e) {
    return e.getCause() instanceof SQLException cause && code(cause) == CONSTRAINT
        ? StorageException.ofConstraint(SqlErrors.message(cause), cause)
        : e;
  }

  /** Whether a rollback failed only because there was nothing left to roll back. */
  static boolean meansNoTransaction(StorageException e) {
    return e.getCause() instanceof SQLException cause && code(cause) == GENERIC;
  }

  /** Whether the text of a statement, or what it does to the tables, is at fault. */
  static boolean isOfStatement(SQLException e) {
    int code = code(e);
    return code == GENERIC || code == 19 || code == 20; // SQLITE_CONSTRAINT, SQLITE_MISMATCH
  }

  private static int code(SQLException e) {
    return e.getErrorCode() & PRIMARY;
  }

  private static boolean isWritable(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder == null || !Files.isDirectory(folder) || Files.isWritable(folder);
  }

  private static String withoutFullStop(String message) {
    return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
  }
}
