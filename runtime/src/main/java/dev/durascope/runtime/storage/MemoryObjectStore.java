package dev.durascope.runtime.storage;

import dev.durascope.runtime.text.Utf8;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * An object's storage in memory: the same contract as on disk, for tests and for running without a
 * trace. It goes with the namespace, not with the store.
 */
final class MemoryObjectStore implements ObjectStore {

  private final MemoryObject object;
  private final String id;
  private final AlarmIndex alarms;
  private final Deque<Open> savepoints = new ArrayDeque<>();
  private final Confirmation confirmation = new Confirmation();
  private final SqliteTransaction tables;
  private final SqlSession sql;
  private boolean closed;

  MemoryObjectStore(MemoryObject object, String id, AlarmIndex alarms) {
    this.object = object;
    this.id = id;
    this.alarms = alarms;
    this.tables = new SqliteTransaction(object::tables, this::forgetTables, confirmation);
    this.sql = SqlSession.on(object::tables, tables::begin, this::hasLostTransaction);
  }

  private void forgetTables() {
    object.forgetTables();
    sql.forget();
  }

  private boolean hasLostTransaction() {
    if (!tables.isLost()) {
      return false;
    }
    rollback();
    return true;
  }

  @Override
  public Optional<byte[]> get(String key) {
    return locked(() -> Optional.ofNullable(object.get(Utf8.encode(key))));
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
    return KeyRange.of(options)
        .map(range -> decoded(locked(() -> object.list(range, options))))
        .orElse(List.of());
  }

  @Override
  public List<String> tables() {
    return object.hasTables() ? new SqlTables(object.tables()).names() : List.of();
  }

  static List<StoredEntry> decoded(List<Map.Entry<byte[], byte[]>> entries) {
    return entries.stream()
        .map(entry -> new StoredEntry(Utf8.decode(entry.getKey()), entry.getValue()))
        .toList();
  }

  @Override
  public void put(String key, byte[] value) {
    confirmation.writing();
    locked(() -> Optional.ofNullable(object.set(Utf8.encode(key), value)));
  }

  @Override
  public boolean delete(String key) {
    byte[] encoded = Utf8.encode(key);
    confirmation.writing();
    return locked(() -> object.get(encoded) != null && object.set(encoded, null) != null);
  }

  @Override
  public int deleteAll(DeleteAllScope scope) {
    if (!savepoints.isEmpty()) {
      throw new IllegalStateException("Cannot call deleteAll() within a transaction");
    }
    confirmation.writing();
    sql.deleteAll();
    if (object.hasTables()) {
      new SqliteWipe(tables.begin()).run();
      object.forgetTables();
    }
    return locked(
        () -> {
          if (scope == DeleteAllScope.CONTENT_AND_ALARM) {
            object.setAlarm(OptionalLong.empty());
          }
          return object.clear();
        });
  }

  @Override
  public OptionalLong alarm() {
    return locked(object::alarm);
  }

  @Override
  public void setAlarm(long epochMillis) {
    changeAlarm(OptionalLong.of(Math.min(epochMillis, MetadataTable.MAX_MILLIS)));
  }

  @Override
  public void deleteAlarm() {
    changeAlarm(OptionalLong.empty());
  }

  private void changeAlarm(OptionalLong alarm) {
    confirmation.writing();
    locked(
        () -> {
          if (!object.alarm().equals(alarm)) {
            object.setAlarm(alarm);
          }
          return alarm;
        });
  }

  @Override
  public SqlSession sql() {
    return sql;
  }

  @Override
  public boolean hasPendingWrites() {
    return locked(object::isPending) || tables.isBegun();
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
    return !savepoints.isEmpty();
  }

  @Override
  public void commit() {
    if (!savepoints.isEmpty() || !hasPendingWrites()) {
      return;
    }
    confirmation.over();
    tables.commit();
    OptionalLong before = locked(object::committedAlarm);
    OptionalLong after =
        locked(
            () -> {
              object.commit();
              return object.committedAlarm();
            });
    if (after.equals(before)) {
      return;
    }
    if (after.isPresent()) {
      alarms.set(new ScheduledAlarm(id, object.name(), after.getAsLong()));
    } else {
      alarms.remove(id);
    }
  }

  @Override
  public void rollback() {
    confirmation.over();
    tables.rollback();
    locked(
        () -> {
          object.rollback();
          return true;
        });
    savepoints.forEach(savepoint -> savepoint.ended = true);
    savepoints.clear();
  }

  @Override
  public Savepoint savepoint() {
    Open savepoint = new Open(locked(object::mark), tables.savepoint());
    savepoints.push(savepoint);
    return savepoint;
  }

  @Override
  public void copyTo(Path target) {
    if (object.hasTables()) {
      object.tables().copyTo(target);
    }
    try (var copy = ObjectFileDraft.at(target, locked(object::name))) {
      list(ListOptions.ALL).forEach(entry -> copy.put(entry.key(), entry.value()));
      alarm().ifPresent(copy::setAlarm);
    }
  }

  @Override
  public void replaceBy(Path source) {
    deleteAll(DeleteAllScope.CONTENT_AND_ALARM);
    commit();
    try (var file = ObjectFile.at(source)) {
      file.forEachEntry(entry -> put(entry.key(), entry.value()));
      file.alarm().ifPresent(this::setAlarm);
      if (!file.definitions().isEmpty()) {
        object.tables().replaceBy(source);
        object.keepTablesOnly();
      }
    }
    commit();
  }

  @Override
  public void close() {
    if (!closed) {
      sql.close(); // what is still being read would be in the way of the next store
      rollback();
      closed = true;
    }
  }

  private <T> T locked(Supplier<T> action) {
    if (closed) {
      throw new IllegalStateException("the storage of object " + id + " is closed");
    }
    return object.locked(action);
  }

  private final class Open implements Savepoint {
    private final int mark;
    private final Savepoint inTables;
    private boolean ended;

    Open(int mark, Savepoint inTables) {
      this.mark = mark;
      this.inTables = inTables;
    }

    @Override
    public void release() {
      end();
      inTables.release();
    }

    @Override
    public void rollback() {
      end();
      inTables.rollback();
      locked(
          () -> {
            object.undoTo(mark);
            return true;
          });
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
