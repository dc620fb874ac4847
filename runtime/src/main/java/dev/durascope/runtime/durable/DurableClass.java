package dev.durascope.runtime.durable;

/**
 * A class of Durable Objects as the configuration declares it.
 *
 * @param worker the name of the worker that exports it
 * @param className the exported name
 * @param sqlite whether it was created with {@code new_sqlite_classes}
 */
public record DurableClass(String worker, String className, boolean sqlite) {
  /** What tells its namespace from all others: seeds the ids, and names the storage folder. */
  public String uniqueKey() {
    return worker + "-" + className;
  }
}
