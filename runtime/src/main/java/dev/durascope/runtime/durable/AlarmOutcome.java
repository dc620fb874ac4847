package dev.durascope.runtime.durable;

/** How a run of an alarm's handler has ended. */
public enum AlarmOutcome {
  /** It has succeeded, or there was nothing to run: the alarm is over. */
  OVER,
  /** The user's code has failed: the alarm comes again, and the failure counts. */
  FAILED,
  /**
   * The object was taken away under it, as by new code: it comes again, and that does not count.
   */
  LOST,
  /** The code asked for an end without another try: {@code abort(…, {retryAlarm: false})}. */
  ABANDONED
}
