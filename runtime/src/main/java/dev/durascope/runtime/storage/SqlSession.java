package dev.durascope.runtime.storage;

import dev.durascope.runtime.storage.SqlException.Effect;
import dev.durascope.runtime.storage.sql.SqlPolicy;
import dev.durascope.runtime.storage.sql.SqlScript;
import dev.durascope.runtime.storage.sql.SqlStatement;
import dev.durascope.runtime.storage.sql.Verdict;
import java.lang.ref.WeakReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of an object's own code, on the connection that its keys and its alarm use as well: one
 * transaction holds them all. What may be said is {@link SqlPolicy}'s to decide, and how much, that
 * of {@link SqlLimits}.
 *
 * <p>Compiled statements are kept by their text, up to {@link #MAX_KEPT_CHARACTERS}, until a table
 * changes its form.
 *
 * <p>One thread at a time, as the store that it belongs to.
 */
public final class SqlSession {
  /** How much SQL the statements that are kept may have together. */
  static final int MAX_KEPT_CHARACTERS = 1024 * 1024;

  private static final String NOTHING = "SQL code did not contain a statement.";
  private static final String PARAMETERS_BEFORE_LAST =
      "When executing multiple SQL statements in a single call, only the last statement can have"
          + " parameters.";
  private static final String WRONG_COUNT = "Wrong number of parameter bindings for SQL query.";

  /** Who opens the database, and what has to happen before it is changed. */
  interface Database {
    /** The connection, opened when it is first needed. */
    SqliteFile file();

    /** Begins the pending transaction, if there is none. */
    void beforeWrite();

    /** Whether SQLite has given up the transaction that we believe to be pending. */
    boolean hasLostTransaction();
  }

  private final Database database;
  private final Map<String, PreparedSql> prepared = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<String, SqlScript> scripts = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<PreparedSql, WeakReference<SqlCursor>> reading = new HashMap<>();
  private int scriptCharacters;

  SqlSession(Database database) {
    this.database = database;
  }

  static SqlSession on(
      Supplier<SqliteFile> file, Runnable beforeWrite, BooleanSupplier hasLostTransaction) {
    return new SqlSession(
        new Database() {
          @Override
          public SqliteFile file() {
            return file.get();
          }

          @Override
          public void beforeWrite() {
            beforeWrite.run();
          }

          @Override
          public boolean hasLostTransaction() {
            return hasLostTransaction.getAsBoolean();
          }
        });
  }

  /**
   * Runs all statements of a text; the rows are those of the last one.
   *
   * @param values those of the last statement's parameters: null, String, Double, byte[]
   * @throws SqlException if the text is not allowed or not understood, or fails
   */
  public SqlCursor execute(String text, List<? extends @Nullable Object> values) {
    var statements = script(text).statements();
    if (statements.isEmpty()) {
      throw new SqlException(NOTHING);
    }
    for (var statement : statements.subList(0, statements.size() - 1)) {
      runAside(statement);
    }
    return run(statements.getLast(), values);
  }

  /**
   * The same for a tool, which wants whole numbers as SQLite has them.
   *
   * @return what the last statement gives
   * @throws SqlException if the text is not allowed or not understood, or fails
   */
  public ObjectFile.Answer executeExactly(String text) {
    var answer = new ObjectFile.Answer(List.of(), List.of());
    for (var statement : script(text).statements()) {
      release(compiled(statement)); // judged before it runs
      if (statement.needsTransaction()) {
        database.beforeWrite();
      }
      answer = ObjectFile.answer(database.file(), statement.text());
      if (statement.definesSchema()) {
        forget();
      }
    }
    return answer;
  }

  /** What statements do with a table. */
  public enum TableUse {
    READ,
    WRITE;

    /** Whether rows may be changed. */
    public boolean writes() {
      return this == WRITE;
    }
  }

  /**
   * The tables that the statements of a text are going to use, by SQLite's own account: those
   * behind views and triggers, too. A statement that SQLite does not take uses none.
   */
  public Map<String, TableUse> tables(String text) {
    var tables = new LinkedHashMap<String, TableUse>();
    for (var statement : script(text).statements()) {
      if (!statement.isEmpty() && SqlPolicy.judge(statement) instanceof Verdict.Allowed) {
        SqlPlan.tables(database.file(), statement)
            .forEach((table, use) -> tables.merge(table, use, (a, b) -> a.writes() ? a : b));
      }
    }
    return tables;
  }

  /** Whether there is a table of that name. */
  public boolean hasTable(String name) {
    return database
        .file()
        .attempt(
            "look for a table",
            () -> {
              var query =
                  database
                      .file()
                      .prepared(
                          "SELECT 1 FROM sqlite_master WHERE type = 'table'"
                              + " AND name = ? COLLATE NOCASE");
              query.setString(1, name);
              try (ResultSet rows = query.executeQuery()) {
                return rows.next();
              }
            });
  }

  /** What the database takes on disk, in bytes. */
  public long databaseSize() {
    return database
        .file()
        .attempt(
            "read the size",
            () -> {
              var query =
                  "SELECT (page_count - freelist_count) * page_size"
                      + " FROM pragma_page_count, pragma_freelist_count, pragma_page_size";
              try (ResultSet rows = database.file().prepared(query).executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0L;
              }
            });
  }

  /** The row id of the last insertion. */
  public long lastInsertedRow() {
    return database
        .file()
        .attempt(
            "read the last row id",
            () -> {
              try (ResultSet rows =
                  database.file().prepared("SELECT last_insert_rowid()").executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0L;
              }
            });
  }

  /** How many rows were changed since the database was opened. */
  public long totalChanges() {
    return database
        .file()
        .attempt("count changes", () -> database.file().connection().getDatabase().total_changes());
  }

  private SqlScript script(String text) {
    var known = scripts.get(text);
    if (known != null) {
      return known;
    }
    var script = SqlScript.of(text);
    scripts.put(text, script);
    scriptCharacters += text.length();
    for (var eldest = scripts.keySet().iterator(); scriptCharacters > MAX_KEPT_CHARACTERS; ) {
      scriptCharacters -= eldest.next().length();
      eldest.remove();
    }
    return script;
  }

  private void runAside(SqlStatement statement) {
    var compiled = compiled(statement);
    if (compiled.parameters() > 0) {
      throw new SqlException(PARAMETERS_BEFORE_LAST);
    }
    run(compiled, List.of()).close();
  }

  private SqlCursor run(SqlStatement statement, List<? extends @Nullable Object> values) {
    var compiled = compiled(statement);
    if (compiled.parameters() != values.size()) {
      release(compiled);
      throw new SqlException(WRONG_COUNT);
    }
    return run(compiled, values);
  }

  private SqlCursor run(PreparedSql compiled, List<? extends @Nullable Object> values) {
    var statement = compiled.statement();
    if (statement.needsTransaction()) {
      database.beforeWrite();
    }
    try {
      var cursor = new SqlCursor(this, compiled, values);
      if (!cursor.isDone()) {
        reading.put(compiled, new WeakReference<>(cursor));
      }
      return cursor;
    } catch (SQLException e) {
      compiled.reset();
      forget(compiled);
      throw failure(e, statement);
    } finally {
      if (statement.definesSchema()) {
        forget();
      }
    }
  }

  private PreparedSql compiled(SqlStatement statement) {
    if (!reading.isEmpty()) {
      sweep();
    }
    if (statement.isEmpty()) {
      throw new SqlException(NOTHING);
    }
    var known = prepared.get(statement.text());
    if (known != null && !known.isRunning()) {
      return known;
    }
    switch (SqlPolicy.judge(statement)) {
      case Verdict.Allowed() -> {}
      case Verdict.Refused(String message) -> throw new SqlException(message);
      case Verdict.UnlessReservedTable() -> {
        refuseReserved(statement);
        return compile(statement);
      }
    }
    var fresh = compile(statement);
    if (known == null) {
      prepared.put(statement.text(), fresh);
      shrink();
    }
    return fresh;
  }

  private void refuseReserved(SqlStatement statement) {
    try {
      var refusal = SqlPlan.refusal(database.file(), statement);
      if (refusal.isPresent()) {
        throw new SqlException(refusal.get());
      }
    } catch (SQLException e) {
      throw failure(e, statement);
    }
  }

  private PreparedSql compile(SqlStatement statement) {
    try {
      var compiled = database.file().connection().prepareStatement(statement.text());
      return new PreparedSql(statement, compiled);
    } catch (SQLException e) {
      throw failure(e, statement);
    }
  }

  private void shrink() {
    long characters = prepared.keySet().stream().mapToLong(String::length).sum();
    for (Iterator<PreparedSql> eldest = prepared.values().iterator();
        characters > MAX_KEPT_CHARACTERS && eldest.hasNext(); ) {
      var candidate = eldest.next();
      characters -= candidate.statement().text().length();
      eldest.remove();
      release(candidate);
    }
  }

  /** A cursor is at its end. */
  void finished(PreparedSql compiled) {
    reading.remove(compiled);
    release(compiled);
  }

  /**
   * Ends what is still being read by cursors that nobody has any more: it would keep tables from
   * being dropped, and the log from being folded into the file.
   */
  private void sweep() {
    var abandoned =
        reading.entrySet().stream()
            .filter(entry -> entry.getValue().refersTo(null))
            .map(Map.Entry::getKey)
            .toList();
    for (var compiled : abandoned) {
      compiled.reset();
      finished(compiled);
    }
  }

  /** Closes what is neither kept nor in use. */
  private void release(PreparedSql compiled) {
    if (!compiled.isRunning() && prepared.get(compiled.statement().text()) != compiled) {
      compiled.close();
    }
  }

  private void forget(PreparedSql compiled) {
    prepared.remove(compiled.statement().text(), compiled);
    compiled.close();
  }

  /** Tables may have changed: what was compiled may have other columns now. */
  void forget() {
    var all = new ArrayList<>(prepared.values());
    prepared.clear();
    all.forEach(this::release);
  }

  /** All tables are about to be removed. */
  void deleteAll() {
    end(SqlCursor::databaseDeleted);
  }

  /** Lets go of all statements, those that are still being read, too. */
  void close() {
    end(SqlCursor::close);
  }

  private void end(Consumer<SqlCursor> ending) {
    for (var read : Map.copyOf(reading).entrySet()) {
      var cursor = read.getValue().get();
      if (cursor != null) {
        ending.accept(cursor);
      }
      read.getKey().reset();
      release(read.getKey());
    }
    reading.clear();
    forget();
  }

  /** How many rows of tables and indexes are written for each row that a statement changes. */
  int writesPerChange(PreparedSql compiled) {
    if (compiled.writesPerChange() < 0) {
      compiled.writesPerChange(SqlPlan.writesPerChange(database.file(), compiled.statement()));
    }
    return compiled.writesPerChange();
  }

  /** The failure of a statement, as user code sees it. */
  SqlException failure(SQLException e, SqlStatement statement) {
    var message = SqlErrors.message(e, statement, this::probe);
    var effect = database.hasLostTransaction() ? Effect.TRANSACTION_LOST : Effect.NONE;
    return new SqlException(message, effect);
  }

  /** What SQLite says to a text without running it. */
  private Optional<String> probe(String text) {
    try {
      database.file().connection().prepareStatement(text).close();
      return Optional.empty();
    } catch (SQLException e) {
      return Optional.of(SqlErrors.said(e));
    }
  }
}
