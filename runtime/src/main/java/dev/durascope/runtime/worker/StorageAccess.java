package dev.durascope.runtime.worker;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** One access to something in storage that is watched. */
public sealed interface StorageAccess {
  /** The operation as the user's code names it, {@code put}, or the SQL statement. */
  String operation();

  /** Whether it was, or may have been, changed. */
  boolean isWrite();

  /**
   * An access to a key. Of what is only read, both values are the same.
   *
   * @param before as V8 serializes it; null where there was none
   * @param after likewise
   */
  record OfKey(
      String operation,
      boolean isWrite,
      String key,
      byte @Nullable [] before,
      byte @Nullable [] after)
      implements StorageAccess {}

  /** An access to the alarm, in milliseconds since 1970. */
  record OfAlarm(String operation, boolean isWrite, OptionalLong before, OptionalLong after)
      implements StorageAccess {}

  /**
   * An access to a table by SQL.
   *
   * @param columns of the table
   * @param removed the rows that are no longer there as they were
   * @param added the rows that were not there before
   * @param compared whether the rows could be compared: a big table is not looked through
   */
  record OfTable(
      String operation,
      boolean isWrite,
      String table,
      List<String> columns,
      List<List<@Nullable Object>> removed,
      List<List<@Nullable Object>> added,
      boolean compared)
      implements StorageAccess {}
}
