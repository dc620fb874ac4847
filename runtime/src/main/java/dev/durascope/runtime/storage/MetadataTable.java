package dev.durascope.runtime.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Types;
import java.util.OptionalLong;

/**
 * The table {@code _cf_METADATA} of an object's file. Row 1 is the alarm, in nanoseconds since
 * 1970; null or no row is no alarm. Row 2 belongs to workerd's stand-in for bookmarks and is left
 * alone.
 */
final class MetadataTable {

  static final String NAME = "_cf_METADATA";

  /** To the letter as workerd makes it: SQLite keeps this text as the schema. */
  static final String CREATE =
      """
      CREATE TABLE IF NOT EXISTS _cf_METADATA (
              key INTEGER PRIMARY KEY,
              value BLOB
            )\
      """;

  private static final long NANOS_PER_MILLI = 1_000_000;

  /** The latest time that fits into nanoseconds; a later alarm becomes this. */
  static final long MAX_MILLIS = ScheduledAlarm.MAX_MILLIS;

  private static final String GET = "SELECT value FROM _cf_METADATA WHERE key = 1";
  private static final String SET =
      "INSERT INTO _cf_METADATA VALUES (1, ?) ON CONFLICT DO UPDATE SET value = excluded.value";

  private final SqliteFile file;
  private boolean known;

  MetadataTable(SqliteFile file) {
    this.file = file;
  }

  /** To be called when the table may have ceased to exist. */
  void forget() {
    known = false;
  }

  /** Returns the alarm in milliseconds. */
  OptionalLong alarm() {
    if (!exists()) {
      return OptionalLong.empty();
    }
    return file.attempt(
        "read the alarm",
        () -> {
          try (ResultSet rows = file.prepared(GET).executeQuery()) {
            if (!rows.next()) {
              return OptionalLong.empty();
            }
            long nanos = rows.getLong(1);
            return rows.wasNull() ? OptionalLong.empty() : OptionalLong.of(toMillis(nanos));
          }
        });
  }

  /** Sets the alarm in milliseconds, or removes it. */
  void setAlarm(OptionalLong epochMillis) {
    if (!exists()) {
      file.execute("create the table of metadata", CREATE);
      known = true;
    }
    file.attempt(
        "write the alarm",
        () -> {
          PreparedStatement set = file.prepared(SET);
          if (epochMillis.isPresent()) {
            set.setLong(1, toNanos(epochMillis.getAsLong()));
          } else {
            set.setNull(1, Types.BLOB);
          }
          return set.executeUpdate();
        });
  }

  static long toNanos(long epochMillis) {
    return Math.min(epochMillis, MAX_MILLIS) * NANOS_PER_MILLI;
  }

  static long toMillis(long epochNanos) {
    return epochNanos / NANOS_PER_MILLI;
  }

  private boolean exists() {
    if (!known) {
      known = file.hasTable(NAME);
    }
    return known;
  }
}
