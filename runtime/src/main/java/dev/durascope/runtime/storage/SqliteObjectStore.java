package dev.durascope.runtime.storage;

import dev.durascope.runtime.storage.history.DatabaseHistory;
import dev.durascope.runtime.text.Utf8;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An object's storage in its own SQLite file.
 *
 * <p>The file is opened at the first access that needs it and made at the first write. With that
 * first write the object's name is recorded too, in the same transaction.
 */
final class SqliteObjectStore implements ObjectStore {

  private static final Logger LOG = System.getLogger(SqliteObjectStore.class.getName());

  /** The tables of an open file. */
  private record Tables(
      SqliteFile file, KeyValueTable entries, MetadataTable metadata, NameTable name) {
    static Tables in(SqliteFile file) {
      return new Tables(
          file, new KeyValueTable(file), new MetadataTable(file), new NameTable(file));
    }

    void forget() {
      entries.forget();
      metadata.forget();
    }
  }

  private final Path path;
  private final String id;
  private final @Nullable String name;
  private final AlarmIndex alarms;
  private final SqliteFile.Limits limits;
  private final Confirmation confirmation = new Confirmation();
  private final SqliteTransaction transaction;

  private final SqlSession sql;

  private final LongSupplier clock;

  private final BiFunction<Path, SqliteFile.Limits, SqliteFile> opening;

  private @Nullable Tables open;
  private @Nullable DatabaseHistory history;
  private boolean restored;
  private boolean nameRecorded;
  private boolean closed;

  /** The alarm as last committed, remembered when a pending write may have changed it. */
  private @Nullable OptionalLong committedAlarm;

  SqliteObjectStore(
      Path path,
      String id,
      @Nullable String name,
      AlarmIndex alarms,
      SqliteFile.Limits limits,
      LongSupplier clock) {
    this(path, id, name, alarms, limits, clock, SqliteFile::openOrCreate);
  }

  /** The same for a tool, which fails if anybody else has the file open. */
  static SqliteObjectStore alone(
      Path path, String id, @Nullable String name, AlarmIndex alarms, SqliteFile.Limits limits) {
    return new SqliteObjectStore(
        path, id, name, alarms, limits, System::currentTimeMillis, SqliteFile::openAlone);
  }

  private SqliteObjectStore(
      Path path,
      String id,
      @Nullable String name,
      AlarmIndex alarms,
      SqliteFile.Limits limits,
      LongSupplier clock,
      BiFunction<Path, SqliteFile.Limits, SqliteFile> opening) {
    this.opening = opening;
    this.clock = clock;
    this.path = path;
    this.id = id;
    this.name = name;
    this.alarms = alarms;
    this.limits = limits;
    this.transaction =
        new SqliteTransaction(() -> openOrCreate().file(), this::forget, confirmation);
    this.sql = SqlSession.on(() -> openOrCreate().file(), this::forWriting, transaction::isLost);
  }

  @Override
  public Optional<byte[]> get(String key) {
    Tables tables = existing();
    return tables == null ? Optional.empty() : tables.entries().get(key);
  }

  @Override
  public List<StoredEntry> getAll(List<String> keys) {
    var found = new TreeMap<byte[], StoredEntry>(Arrays::compareUnsigned);
    for (String key : keys) {
      get(key).ifPresent(value -> found.put(Utf8.encode(key), new StoredEntry(key, value)));
    }
    return List.copyOf(found.values());
  }

  @Override
  public List<StoredEntry> list(ListOptions options) {
    Tables tables = existing();
    return tables == null ? List.of() : tables.entries().list(options);
  }

  @Override
  public int count() {
    Tables tables = existing();
    return tables == null ? 0 : tables.entries().count();
  }

  @Override
  public List<String> tables() {
    Tables tables = existing();
    return tables == null ? List.of() : new SqlTables(tables.file()).names();
  }

  @Override
  public void put(String key, byte[] value) {
    forWriting().entries().put(key, value);
  }

  @Override
  public boolean delete(String key) {
    return existing() != null && forWriting().entries().delete(key);
  }

  @Override
  public int deleteAll(DeleteAllScope scope) {
    if (transaction.hasSavepoint()) {
      throw new IllegalStateException("Cannot call deleteAll() within a transaction");
    }
    if (existing() == null) {
      return 0;
    }
    OptionalLong alarm = alarm();
    rememberCommittedAlarm();
    Tables tables = forWriting();
    int count = tables.entries().count();
    sql.deleteAll();
    new SqliteWipe(tables.file()).run();
    forget();
    if (scope == DeleteAllScope.CONTENT && alarm.isPresent()) {
      forWriting().metadata().setAlarm(alarm);
    }
    return count;
  }

  @Override
  public OptionalLong alarm() {
    Tables tables = existing();
    return tables == null ? OptionalLong.empty() : tables.metadata().alarm();
  }

  @Override
  public void setAlarm(long epochMillis) {
    changeAlarm(OptionalLong.of(epochMillis));
  }

  @Override
  public void deleteAlarm() {
    changeAlarm(OptionalLong.empty());
  }

  private void changeAlarm(OptionalLong alarm) {
    if (alarm().equals(alarm)) {
      return;
    }
    rememberCommittedAlarm();
    forWriting().metadata().setAlarm(alarm);
  }

  private void rememberCommittedAlarm() {
    if (committedAlarm == null) {
      committedAlarm = alarm();
    }
  }

  @Override
  public SqlSession sql() {
    requireOpen();
    return sql;
  }

  @Override
  public boolean hasPendingWrites() {
    return transaction.isBegun();
  }

  @Override
  public boolean needsConfirmation() {
    return confirmation.isNeeded() && hasPendingWrites();
  }

  @Override
  public <T> T unconfirmed(Supplier<T> writes) {
    return confirmation.unconfirmed(writes);
  }

  @Override
  public boolean hasOpenSavepoint() {
    return transaction.hasSavepoint();
  }

  @Override
  public void commit() {
    if (!transaction.isBegun() || transaction.hasSavepoint()) {
      return;
    }
    OptionalLong before = committedAlarm;
    confirmation.over();
    if (before == null) {
      transaction.commit();
      note();
      return;
    }
    OptionalLong after = alarm();
    boolean earlier = after.isPresent() && after.getAsLong() < before.orElse(Long.MAX_VALUE);
    if (earlier) {
      enterAlarm(after);
    }
    transaction.commit();
    note();
    if (!earlier && !after.equals(before)) {
      enterAlarm(after);
    }
    committedAlarm = null;
  }

  /** A commit is done: the history hears of it. */
  private void note() {
    if (history != null) {
      withHistory(DatabaseHistory::committed);
      if (history != null && history.isDue()) {
        fold();
      }
    }
  }

  /** Has the write-ahead log recorded, then folded into the file. */
  private void fold() {
    withHistory(
        kept -> {
          kept.record();
          foldLog(openOrCreate().file());
          kept.folded();
        });
  }

  /** Fails while a cursor of the same connection reads; then it is tried again later. */
  private static void foldLog(SqliteFile file) {
    try {
      file.execute("fold the write-ahead log", "PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (StorageException e) {
      if (e.kind() != StorageException.Kind.BUSY) {
        throw e;
      }
    }
  }

  /**
   * Storage works without its history: where that cannot be written, there is none from then on.
   */
  private void withHistory(Consumer<DatabaseHistory> action) {
    DatabaseHistory kept = history;
    if (kept == null) {
      return;
    }
    try {
      action.accept(kept);
    } catch (UncheckedIOException e) {
      // A facet's file may be deleted while the facet is still ending: nothing is lost then.
      if (Files.exists(path)) {
        LOG.log(Level.WARNING, "The history of {0} cannot be kept: {1}", path, e.getCause());
      }
      history = null;
    }
  }

  @Override
  public Optional<DatabaseHistory> history() {
    openOrCreate();
    return Optional.ofNullable(history);
  }

  @Override
  public boolean wasRestored() {
    boolean was = restored;
    restored = false;
    return was;
  }

  private void enterAlarm(OptionalLong alarm) {
    if (alarm.isPresent()) {
      alarms.set(new ScheduledAlarm(id, name, alarm.getAsLong()));
    } else {
      alarms.remove(id);
    }
  }

  @Override
  public void rollback() {
    confirmation.over();
    transaction.rollback();
    committedAlarm = null;
  }

  @Override
  public Savepoint savepoint() {
    requireOpen();
    return transaction.savepoint();
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    try {
      transaction.rollback();
    } finally {
      if (open != null && history != null) {
        fold();
      }
      closed = true;
      if (open != null) {
        open.file().close();
        open = null;
      }
      withHistory(DatabaseHistory::close);
    }
  }

  @Override
  public void copyTo(Path target) {
    openOrCreate().file().copyTo(target);
  }

  @Override
  public void replaceBy(Path source) {
    OptionalLong before = alarm();
    sql.deleteAll();
    openOrCreate().file().replaceBy(source);
    forget();
    note();
    OptionalLong after = alarm();
    if (!after.equals(before)) {
      enterAlarm(after);
    }
  }

  /** Returns the tables if there is a file. */
  private @Nullable Tables existing() {
    requireOpen();
    if (open == null && Files.exists(path)) {
      openOrCreate();
    }
    return open;
  }

  private Tables openOrCreate() {
    requireOpen();
    Tables tables = open;
    if (tables == null) {
      tables = openWithHistory();
      open = tables;
      if (restored) {
        enterAlarm(tables.metadata().alarm());
      }
    }
    return tables;
  }

  private Tables openWithHistory() {
    try {
      var kept = DatabaseHistory.of(path, clock);
      if (kept.hasRequest()) {
        try (var file = openFile()) {
          kept.record();
          foldLog(file);
          kept.folded();
        }
        kept.restore();
        restored = true;
      }
      history = kept;
    } catch (UncheckedIOException e) {
      LOG.log(Level.WARNING, "The history of {0} cannot be read: {1}", path, e.getCause());
    }
    return Tables.in(openFile());
  }

  /** SQLite must not fold the log before the history has read it. */
  private SqliteFile openFile() {
    var file = opening.apply(path, limits);
    file.execute("open", "PRAGMA wal_autocheckpoint=0");
    return file;
  }

  private Tables forWriting() {
    Tables tables = openOrCreate();
    transaction.begin();
    if (!nameRecorded && name != null) {
      if (!tables.name().get().equals(Optional.of(name))) {
        tables.name().set(name);
      }
      nameRecorded = true;
    }
    return tables;
  }

  /** Tables may be gone, and the name with them. */
  private void forget() {
    nameRecorded = false;
    sql.forget();
    if (open != null) {
      open.forget();
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the storage of object " + id + " is closed");
    }
  }
}
