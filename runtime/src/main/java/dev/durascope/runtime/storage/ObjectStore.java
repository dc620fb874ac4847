package dev.durascope.runtime.storage;

import dev.durascope.runtime.storage.history.DatabaseHistory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * The storage of one Durable Object: keys with values, and at most one alarm.
 *
 * <p><b>Transactions.</b> Nobody opens one: the first write does, and the object's event loop calls
 * {@link #commit} when the turn ends. Writes with no {@code await} between them thus become durable
 * together or not at all, which is the write coalescing that Durable Objects promise. Within that
 * transaction {@link #savepoint} nests: {@code transaction()} and {@code transactionSync()} are a
 * savepoint each. While one is open {@link #commit} leaves everything pending, so an asynchronous
 * transaction may last for many turns; whoever opens such a one commits first, so that earlier
 * writes need not wait for it.
 *
 * <p><b>Values</b> are bytes, as V8 serializes them; this interface does not look inside. Arrays
 * are handed over: neither side changes one afterwards.
 *
 * <p><b>Keys</b> are compared and listed by their UTF-8 bytes.
 *
 * <p><b>Failure.</b> Each method may throw {@link StorageException}. What was committed before
 * stays as it was; the pending writes are to be considered lost, and the object is to be reset.
 *
 * <p>One thread: that of the object's isolate. Looking in from outside is the work of {@link
 * StorageInspector}.
 */
public interface ObjectStore extends AutoCloseable {

  /** Returns the value of {@code key}, pending writes included. */
  Optional<byte[]> get(String key);

  /** Returns the entries that exist among {@code keys}, each once, in the order of keys. */
  List<StoredEntry> getAll(List<String> keys);

  /** Stores a value, in place of any former one. */
  void put(String key, byte[] value);

  /** Removes a key and returns whether it was there. */
  boolean delete(String key);

  /** Returns the entries that {@code options} select. */
  List<StoredEntry> list(ListOptions options);

  /** Returns how many entries there are. */
  default int count() {
    return list(ListOptions.ALL).size();
  }

  /** Returns the names of the tables that the object's own code has made; makes nothing itself. */
  List<String> tables();

  /**
   * Removes all entries and all tables of the object, as part of the pending transaction.
   *
   * @return how many entries there were
   * @throws IllegalStateException within a savepoint: {@code Cannot call deleteAll() within a
   *     transaction}
   */
  int deleteAll(DeleteAllScope scope);

  /** Returns when the alarm is due, in milliseconds since 1970. */
  OptionalLong alarm();

  /** Sets the alarm, in place of any former one, in milliseconds since 1970. */
  void setAlarm(long epochMillis);

  /** Removes the alarm, if there is one. */
  void deleteAlarm();

  /** Returns the SQL of the object's own code, in the same transactions as all else. */
  SqlSession sql();

  /** Returns whether there are writes that no {@link #commit} has made durable. */
  boolean hasPendingWrites();

  /** Returns whether what is sent has to wait for the pending writes to be durable. */
  boolean needsConfirmation();

  /** Does what {@code writes} does, of which nothing that is sent needs to wait. */
  <T> T unconfirmed(Supplier<T> writes);

  /**
   * Makes the pending writes durable; does nothing when there are none, or while a savepoint is
   * open. A changed alarm is entered in the class's {@link AlarmIndex} on the way.
   */
  void commit();

  /** Returns whether a savepoint is open, with writes or without. */
  boolean hasOpenSavepoint();

  /** Gives up the pending writes, and with them every open savepoint. */
  void rollback();

  /** Marks this point of the pending transaction, to which the writes after it can be undone. */
  Savepoint savepoint();

  /** Returns what it was before, if this kind of storage keeps that. */
  default Optional<DatabaseHistory> history() {
    return Optional.empty();
  }

  /** Whether it was taken back to an earlier state since the last call, and the alarm with it. */
  default boolean wasRestored() {
    return false;
  }

  /**
   * Writes what is committed to a file in the layout of {@link SqliteNamespaceStorage}, whatever
   * the layout here is. To be called between transactions.
   *
   * @param target is not there yet
   */
  default void copyTo(Path target) {
    try (var copy = ObjectFileDraft.at(target)) {
      list(ListOptions.ALL).forEach(entry -> copy.put(entry.key(), entry.value()));
      alarm().ifPresent(copy::setAlarm);
    }
  }

  /**
   * Takes what such a file has in place of all that is stored here, alarm included, as one commit.
   * To be called between transactions; what code still reads by {@link #sql} ends.
   */
  default void replaceBy(Path source) {
    try (var file = ObjectFile.at(source)) {
      if (!file.definitions().isEmpty()) {
        throw new SqlException("There are no tables in this storage, and the object has some.");
      }
      deleteAll(DeleteAllScope.CONTENT_AND_ALARM);
      file.forEachEntry(entry -> put(entry.key(), entry.value()));
      file.alarm().ifPresent(this::setAlarm);
    }
    commit();
  }

  /** Lets go of files and memory; pending writes are given up. */
  @Override
  void close();
}
