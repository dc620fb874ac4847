package dev.durascope.runtime.storage;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * The pending transaction of an object and the savepoints in it.
 *
 * <p>Everything here is lazy, so that reading costs nothing and leaves no trace: the transaction
 * begins with the first write, and a savepoint opened before that exists in this class only, until
 * the write comes.
 */
final class SqliteTransaction {

  private final Supplier<SqliteFile> file;
  private final Runnable afterRollback;
  private final Confirmation confirmation;
  private final Deque<Open> savepoints = new ArrayDeque<>();
  private boolean begun;

  /**
   * Creates the transactions of a store.
   *
   * @param file opens the file, for the first write
   * @param afterRollback told that tables may have ceased to exist
   * @param confirmation hears of each write
   */
  SqliteTransaction(Supplier<SqliteFile> file, Runnable afterRollback, Confirmation confirmation) {
    this.file = file;
    this.afterRollback = afterRollback;
    this.confirmation = confirmation;
  }

  boolean isBegun() {
    return begun;
  }

  boolean hasSavepoint() {
    return !savepoints.isEmpty();
  }

  /** To be called before each write; returns the file to write to. */
  SqliteFile begin() {
    SqliteFile target = file.get();
    confirmation.writing();
    if (!begun) {
      // IMMEDIATE takes the write lock now: it cannot be refused in the middle of the transaction.
      target.executePrepared("begin a transaction", "BEGIN IMMEDIATE");
      begun = true;
      savepoints.descendingIterator().forEachRemaining(Open::begin);
    }
    return target;
  }

  void commit() {
    if (!begun || hasSavepoint()) {
      return;
    }
    try {
      file.get().executePrepared("commit", "COMMIT");
      begun = false;
    } catch (StorageException e) {
      rollback();
      throw SqliteErrors.ofCommit(e);
    }
  }

  /**
   * Whether SQLite has rolled back by itself, as it does when the disk is full and when a statement
   * says {@code ON CONFLICT ROLLBACK}. If so, the transaction is over for us, too.
   */
  boolean isLost() {
    if (!begun) {
      return false;
    }
    try (var probe = file.get().connection().createStatement()) {
      // Refused inside a transaction, and then nothing has happened.
      probe.execute("BEGIN");
      probe.execute("ROLLBACK");
    } catch (SQLException e) {
      return false;
    }
    savepoints.forEach(savepoint -> savepoint.ended = true);
    savepoints.clear();
    begun = false;
    afterRollback.run();
    return true;
  }

  void rollback() {
    savepoints.forEach(savepoint -> savepoint.ended = true);
    savepoints.clear();
    if (!begun) {
      return;
    }
    begun = false;
    SqliteFile target = file.get();
    try {
      target.executePrepared("roll back", "ROLLBACK");
    } catch (StorageException e) {
      // After a full disk and the like SQLite has rolled back by itself, and says so when asked.
      if (!SqliteErrors.meansNoTransaction(e)) {
        throw e;
      }
    }
    afterRollback.run();
  }

  Savepoint savepoint() {
    Open savepoint = new Open("_cf_savepoint_" + savepoints.size());
    if (begun) {
      savepoint.begin();
    }
    savepoints.push(savepoint);
    return savepoint;
  }

  /** A savepoint that has not ended; it is in the database once something was written. */
  private final class Open implements Savepoint {
    private final String name;
    private boolean inDatabase;
    private boolean ended;

    Open(String name) {
      this.name = name;
    }

    void begin() {
      file.get().executePrepared("begin a nested transaction", "SAVEPOINT " + name);
      inDatabase = true;
    }

    @Override
    public void release() {
      end();
      if (inDatabase) {
        file.get().executePrepared("end a nested transaction", "RELEASE " + name);
      }
    }

    @Override
    public void rollback() {
      end();
      if (inDatabase) {
        file.get().executePrepared("undo a nested transaction", "ROLLBACK TO " + name);
        file.get().executePrepared("undo a nested transaction", "RELEASE " + name);
        afterRollback.run();
      }
    }

    @Override
    public boolean isEnded() {
      return ended;
    }

    private void end() {
      if (savepoints.peek() != this) {
        throw new IllegalStateException(
            ended ? "this transaction has already ended" : "an inner transaction is still open");
      }
      savepoints.pop();
      ended = true;
    }
  }
}
