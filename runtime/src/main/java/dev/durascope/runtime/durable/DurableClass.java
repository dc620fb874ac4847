package dev.durascope.runtime.durable;

/**
 * A class of Durable Objects as the configuration declares it.
 *
 * @param worker the name of the worker that exports it
 * @param className the exported name
 * @param sqlite whether it was created with {@code new_sqlite_classes}
 * @param idKey what its ids are made from: the unique key that it was born with, which stays when
 *     the class is renamed
 */
public record DurableClass(String worker, String className, boolean sqlite, String idKey) {

  /** A class that has had no other name. */
  public DurableClass(String worker, String className, boolean sqlite) {
    this(worker, className, sqlite, worker + "-" + className);
  }

  /** What tells its namespace from all others, and names the storage folder. */
  public String uniqueKey() {
    return worker + "-" + className;
  }
}
