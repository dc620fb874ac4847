package dev.durascope.runtime.storage;

import dev.durascope.runtime.text.Utf8;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An object's storage in its own SQLite file.
 *
 * <p>The file is opened at the first access that needs it and made at the first write. With that
 * first write the object's name is recorded too, in the same transaction.
 */
final class SqliteObjectStore implements ObjectStore {

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
  private final SqliteTransaction transaction;

  private final SqlSession sql;

  private @Nullable Tables open;
  private boolean nameRecorded;
  private boolean closed;

  /** The alarm as last committed, remembered when a pending write may have changed it. */
  private @Nullable OptionalLong committedAlarm;

  SqliteObjectStore(
      Path path, String id, @Nullable String name, AlarmIndex alarms, SqliteFile.Limits limits) {
    this.path = path;
    this.id = id;
    this.name = name;
    this.alarms = alarms;
    this.limits = limits;
    this.transaction = new SqliteTransaction(() -> openOrCreate().file(), this::forget);
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
  public boolean hasOpenSavepoint() {
    return transaction.hasSavepoint();
  }

  @Override
  public void commit() {
    if (!transaction.isBegun() || transaction.hasSavepoint()) {
      return;
    }
    OptionalLong before = committedAlarm;
    if (before == null) {
      transaction.commit();
      return;
    }
    OptionalLong after = alarm();
    boolean earlier = after.isPresent() && after.getAsLong() < before.orElse(Long.MAX_VALUE);
    if (earlier) {
      enterAlarm(after);
    }
    transaction.commit();
    if (!earlier && !after.equals(before)) {
      enterAlarm(after);
    }
    committedAlarm = null;
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
      closed = true;
      if (open != null) {
        open.file().close();
        open = null;
      }
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
      tables = Tables.in(SqliteFile.openOrCreate(path, limits));
      open = tables;
    }
    return tables;
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
