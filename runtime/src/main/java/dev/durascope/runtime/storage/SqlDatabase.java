package dev.durascope.runtime.storage;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A database that is used by SQL alone: the same rules, limits and errors as an object's own SQL,
 * in a file of its own. It is opened, and made, when it is first used.
 *
 * <p>What is written is pending until {@link #commit}. One thread at a time.
 */
public final class SqlDatabase implements AutoCloseable {
  private final Path path;
  private final SqliteTransaction transaction;
  private final SqlSession sql;
  private @Nullable SqliteFile open;

  /** The database in a file, which need not exist. */
  public SqlDatabase(Path path) {
    this.path = path;
    this.transaction = new SqliteTransaction(this::file, this::forget, new Confirmation());
    this.sql = SqlSession.on(this::file, transaction::begin, transaction::isLost);
  }

  private SqliteFile file() {
    SqliteFile file = open;
    if (file == null) {
      file = SqliteFile.openOrCreate(path, SqliteFile.Limits.STANDARD);
      open = file;
    }
    return file;
  }

  private void forget() {
    sql.forget();
  }

  /** The way in. */
  public SqlSession sql() {
    return sql;
  }

  /** Makes what is pending durable. */
  public void commit() {
    transaction.commit();
  }

  /** Gives up what is pending. */
  public void rollback() {
    transaction.rollback();
  }

  @Override
  public void close() {
    if (open != null) {
      transaction.rollback();
      open.close();
      open = null;
    }
  }
}
