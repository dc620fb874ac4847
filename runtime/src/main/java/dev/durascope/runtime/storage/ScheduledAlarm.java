package dev.durascope.runtime.storage;

import org.jspecify.annotations.Nullable;

/**
 * An object's alarm.
 *
 * @param objectId the 64 hex digits
 * @param objectName the object's name where it is known, so that the woken object knows it too
 * @param epochMillis when it is due, in milliseconds since 1970
 */
public record ScheduledAlarm(String objectId, @Nullable String objectName, long epochMillis) {
  /**
   * The latest time of an alarm, in milliseconds since 1970: workerd counts nanoseconds, which end
   * in the year 2262. A later one becomes this.
   */
  public static final long MAX_MILLIS = Long.MAX_VALUE / 1_000_000;
}
