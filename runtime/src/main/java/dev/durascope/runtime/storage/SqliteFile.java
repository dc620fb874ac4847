package dev.durascope.runtime.storage;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteOpenMode;
import org.sqlite.core.DB;

/**
 * One connection to one SQLite file: opened as workerd does, statements prepared once, failures
 * told as {@link StorageException} with the file's name.
 *
 * <p>Files are in write-ahead mode with pages of 4,096 bytes. {@code synchronous} is {@code
 * NORMAL}: a commit survives the death of this process at any instant; only losing power may lose
 * the last commits, never their order or a part of one. That is what makes a commit cost
 * microseconds.
 *
 * <p>Transactions are begun and ended by statements, not through JDBC, which would begin them
 * behind our back. One thread at a time.
 */
final class SqliteFile implements AutoCloseable {

  /** How long a statement waits for another connection's lock. */
  static final Duration BUSY_TIMEOUT = Duration.ofSeconds(2);

  /** A database may take 10 GB, as an object may in production: this many pages. */
  static final long MAX_PAGES = 10_000_000_000L / 4_096;

  /**
   * How far a file may grow and how long a statement waits; a test asks for less than users get.
   */
  record Limits(long maxPages, Duration busyTimeout) {
    static final Limits STANDARD = new Limits(MAX_PAGES, BUSY_TIMEOUT);
  }

  /** Something done with the connection. */
  @FunctionalInterface
  interface Action<T> {
    T run() throws SQLException;
  }

  private final Path path;
  private final SQLiteConnection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();
  private final boolean isRead;
  private @Nullable Set<String> tables;

  private SqliteFile(Path path, SQLiteConnection connection, boolean isRead) {
    this.isRead = isRead;
    this.path = path;
    this.connection = connection;
  }

  /** Opens the file for reading and writing; makes it, and its folder, if there is none. */
  static SqliteFile openOrCreate(Path path, Limits limits) {
    createFolder(path);
    SqliteFile file = connect(path, limits, SQLiteOpenMode.CREATE);
    try {
      file.execute("open", "PRAGMA journal_mode=WAL");
      file.execute("open", "PRAGMA synchronous=NORMAL");
      file.execute("open", "PRAGMA max_page_count=" + limits.maxPages());
      file.attempt(
          "open",
          () -> {
            SqlLimits.set(file.connection);
            return true;
          });
      return file;
    } catch (StorageException e) {
      file.close();
      throw e;
    }
  }

  /** Opens a file that exists, changing nothing about it. */
  static SqliteFile openExisting(Path path, Limits limits) {
    return connect(path, limits, SQLiteOpenMode.READWRITE);
  }

  /**
   * Opens a file that exists for reading, and leaves nothing beside it. Without a write-ahead log
   * nobody has it open, and it is read as something that does not change; a log, also one that a
   * killed process has left, is read with it.
   */
  static SqliteFile openForReading(Path path, Limits limits) {
    boolean hasLog = Files.exists(Path.of(path + "-wal"));
    return connect(path, limits, SQLiteOpenMode.READONLY, hasLog ? "" : "?immutable=1");
  }

  /**
   * Opens the file for reading and writing, for this connection alone, and makes it if there is
   * none. Fails with {@link StorageException.Kind#BUSY} if any other connection is open, also an
   * idle one of another process.
   */
  static SqliteFile openAlone(Path path, Limits limits) {
    return openAlone(path, limits, "FULL");
  }

  /** Makes a file that is of no worth before it is whole: nothing of it waits for the disk. */
  static SqliteFile openDraft(Path path, Limits limits) {
    return openAlone(path, limits, "OFF");
  }

  private static SqliteFile openAlone(Path path, Limits limits, String synchronous) {
    createFolder(path);
    SqliteFile file = connect(path, limits, SQLiteOpenMode.CREATE);
    try {
      file.execute("open", "PRAGMA locking_mode=EXCLUSIVE");
      file.execute("open", "PRAGMA synchronous=" + synchronous);
      file.execute("open", "PRAGMA journal_mode=WAL");
      file.execute("open", "BEGIN IMMEDIATE");
      file.execute("open", "COMMIT");
      return file;
    } catch (StorageException e) {
      file.close();
      throw e;
    }
  }

  private static SqliteFile connect(Path path, Limits limits, SQLiteOpenMode mode) {
    return connect(path, limits, mode, "");
  }

  private static SqliteFile connect(
      Path path, Limits limits, SQLiteOpenMode mode, String parameters) {
    SQLiteConfig config = new SQLiteConfig();
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    config.resetOpenMode(SQLiteOpenMode.READWRITE);
    if (mode == SQLiteOpenMode.CREATE) {
      config.setOpenMode(SQLiteOpenMode.READWRITE);
    }
    config.setOpenMode(mode);
    config.setBusyTimeout((int) limits.busyTimeout().toMillis());
    try {
      // As a URI, so that no character of the path means anything to the driver.
      String uri = path.toAbsolutePath().toUri() + parameters;
      return new SqliteFile(
          path, open(config, "jdbc:sqlite:" + uri), mode == SQLiteOpenMode.READONLY);
    } catch (SQLException e) {
      throw SqliteErrors.translate(path, "open", e);
    }
  }

  private static SQLiteConnection open(SQLiteConfig config, String url) throws SQLException {
    return config.createConnection(url).unwrap(SQLiteConnection.class);
  }

  /** Opens a database that is in memory and gone when it is closed. */
  static SqliteFile inMemory() {
    Path nowhere = Path.of(":memory:");
    try {
      SqliteFile file =
          new SqliteFile(nowhere, open(new SQLiteConfig(), "jdbc:sqlite::memory:"), false);
      SqlLimits.set(file.connection);
      return file;
    } catch (SQLException e) {
      throw SqliteErrors.translate(nowhere, "open", e);
    }
  }

  /** Another database in memory with the same content. */
  SqliteFile copyInMemory() {
    try {
      Path between = Files.createTempDirectory("durascope").resolve("copy.sqlite");
      try {
        copyTo(between);
        SqliteFile copy = inMemory();
        copy.replaceBy(between);
        return copy;
      } finally {
        Files.deleteIfExists(between);
        Files.delete(between.getParent());
      }
    } catch (IOException e) {
      throw new StorageException(
          StorageException.Kind.UNREACHABLE, path.toString(), "the copy cannot be made", e);
    }
  }

  /** Writes the content, with what is still in the write-ahead log, to a file that is not there. */
  void copyTo(Path target) {
    attempt("copy to " + target, () -> done(database().backup("main", target.toString(), null)));
  }

  /** Takes the content of another file in place of its own, in one transaction; none is open. */
  void replaceBy(Path source) {
    attempt("take over", () -> done(database().restore("main", source.toString(), null)));
    tables = null;
  }

  private DB database() {
    return connection.getDatabase();
  }

  /** The driver tells of a failed copy by the number alone. */
  private static boolean done(int code) throws SQLException {
    if (code != SQLiteErrorCode.SQLITE_OK.code) {
      throw DB.newSQLException(code, SQLiteErrorCode.getErrorCode(code).message);
    }
    return true;
  }

  private static void createFolder(Path path) {
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null) {
      return;
    }
    try {
      Files.createDirectories(folder);
    } catch (AccessDeniedException e) {
      throw new StorageException(
          StorageException.Kind.READ_ONLY, folder.toString(), "the folder cannot be made", e);
    } catch (IOException e) {
      throw new StorageException(
          StorageException.Kind.UNREACHABLE,
          folder.toString(),
          "the folder cannot be made ("
              + e.getClass().getSimpleName()
              + ": "
              + e.getMessage()
              + ")",
          e);
    }
  }

  /** The connection itself, for statements that are not ours. */
  SQLiteConnection connection() {
    return connection;
  }

  Path path() {
    return path;
  }

  /** Runs {@code action}, telling of a failure as "could not {@code what}". */
  <T> T attempt(String what, Action<T> action) {
    try {
      return action.run();
    } catch (SQLException e) {
      // The driver closes a statement that fails; its neighbours are not worth telling apart.
      discardStatements(e);
      throw SqliteErrors.translate(path, what, e);
    }
  }

  private void discardStatements(SQLException failure) {
    for (PreparedStatement statement : statements.values()) {
      try {
        statement.close();
      } catch (SQLException e) {
        failure.addSuppressed(e);
      }
    }
    statements.clear();
  }

  /** Returns the statement for {@code sql}, prepared at its first use and kept. */
  PreparedStatement prepared(String sql) throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    return statement;
  }

  /** Runs a statement that is often needed and has no parameters. */
  void executePrepared(String what, String sql) {
    attempt(what, () -> prepared(sql).executeUpdate());
  }

  /** Runs a statement that is seldom needed. */
  void execute(String what, String sql) {
    attempt(
        what,
        () -> {
          try (Statement statement = connection.createStatement()) {
            return statement.execute(sql);
          }
        });
  }

  /** Returns whether the database has a table of this name. */
  boolean hasTable(String name) {
    if (isRead) {
      return tables().contains(name);
    }
    return attempt(
        "read the schema",
        () -> {
          PreparedStatement query =
              prepared("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?");
          query.setString(1, name);
          try (ResultSet rows = query.executeQuery()) {
            return rows.next();
          }
        });
  }

  /** The names of all tables, asked for once: for a file that is only read. */
  Set<String> tables() {
    Set<String> known = tables;
    if (known == null) {
      known =
          attempt(
              "read the schema",
              () -> {
                Set<String> names = new HashSet<>();
                try (ResultSet rows =
                    prepared("SELECT name FROM sqlite_master WHERE type = 'table'")
                        .executeQuery()) {
                  while (rows.next()) {
                    names.add(rows.getString(1));
                  }
                }
                return names;
              });
      tables = known;
    }
    return known;
  }

  /** Closes the connection; the last one to a file folds the write-ahead log into it. */
  @Override
  public void close() {
    attempt(
        "close",
        () -> {
          for (PreparedStatement statement : statements.values()) {
            statement.close();
          }
          statements.clear();
          connection.close();
          return true;
        });
  }
}
