package dev.durascope.runtime.storage;

import org.jspecify.annotations.Nullable;

/**
 * A failure of storage: what happened, where, and what to do about it, all in the message.
 *
 * <p>Data that was committed before the failure is as it was.
 */
public final class StorageException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** What went wrong; decides the remedy. */
  public enum Kind {
    /** The file is no database, or a damaged one. */
    CORRUPT(
        "Nothing was changed. Restore the file from a copy, or move it away to start this object"
            + " empty."),
    /** The file or its folder may not be written. */
    READ_ONLY("Make the file and its folder writable, or choose another folder to persist to."),
    /** The disk, or the object's share of it, is full. */
    FULL("Earlier data is intact. Free some space, then try again."),
    /** Another connection holds the lock for longer than anyone should. */
    BUSY(
        "End the other program that has this file open (another dev server?), or wait for its"
            + " transaction to end."),
    /** The file cannot be opened at all. */
    UNREACHABLE("Check that the folder exists and that its path has no file in place of a folder."),
    /** A key or value exceeds what a row may hold. */
    TOO_BIG("Store the value in smaller pieces."),
    /** The server cannot be reached, or the connection to it was lost. */
    DISCONNECTED("Check that the server runs and that its address is right, then try again."),
    /** The server was reached and says no. */
    REFUSED("What the server was asked is in order: see its configuration, and its log."),
    /** A constraint that was to hold at the end of a turn does not. */
    CONSTRAINT("Have what the turn wrote obey the constraints of its tables."),
    /** The disk failed in some other way. */
    IO("Check the disk, then try again.");

    private final String remedy;

    Kind(String remedy) {
      this.remedy = remedy;
    }

    /** Whether it is storage beyond this machine's files that failed. */
    public boolean isOfServer() {
      return this == DISCONNECTED || this == REFUSED;
    }

    /** Returns the sentence that says what to do. */
    public String remedy() {
      return remedy;
    }
  }

  private final Kind kind;

  /**
   * Creates a failure.
   *
   * @param kind what went wrong
   * @param file the file, or another name of the place
   * @param what what was attempted and what the answer was, without a full stop
   */
  public StorageException(Kind kind, String file, String what, @Nullable Throwable cause) {
    super(file + ": " + what + ". " + kind.remedy(), cause);
    this.kind = kind;
  }

  private StorageException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** What {@link Kind#CONSTRAINT} is in production's words. */
  static StorageException ofConstraint(String violated, Throwable cause) {
    return new StorageException(
        Kind.CONSTRAINT,
        "Durable Object was reset and rolled back to its last known good state because the"
            + " application left the database in a state where constraints were violated: "
            + violated,
        cause);
  }

  /** Returns what went wrong. */
  public Kind kind() {
    return kind;
  }
}
