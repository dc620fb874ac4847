package dev.durascope.runtime.storage;

import java.nio.file.Path;

/**
 * An object while a tool changes what it has stored, and nobody else has its file open. Its history
 * goes on. Each call is a transaction of its own.
 */
public final class ObjectFileEdit implements AutoCloseable {
  private final ObjectStore store;
  private final SqliteAlarmIndex alarms;

  ObjectFileEdit(ObjectStore store, SqliteAlarmIndex alarms) {
    this.store = store;
    this.alarms = alarms;
  }

  /** Stores a value, and the object's name with it. */
  public void put(String key, byte[] value) {
    store.put(key, value);
    store.commit();
  }

  /** Removes a key and returns whether it was there. */
  public boolean delete(String key) {
    var deleted = store.delete(key);
    store.commit();
    return deleted;
  }

  /**
   * Runs all statements of a text, or none, under the rules for the object's own code.
   *
   * @return what the last one gives
   * @throws SqlException if one is not allowed
   */
  public ObjectFile.Answer run(String sql) {
    try {
      var answer = store.sql().executeExactly(sql);
      store.commit();
      return answer;
    } catch (StorageException | SqlException e) {
      store.rollback();
      throw e;
    }
  }

  /** Takes what a file has in place of all that is stored. */
  void replaceBy(Path source) {
    store.replaceBy(source);
  }

  @Override
  public void close() {
    try (alarms) {
      store.close();
    }
  }
}
