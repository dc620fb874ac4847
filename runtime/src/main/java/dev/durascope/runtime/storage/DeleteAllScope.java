package dev.durascope.runtime.storage;

/**
 * What {@code deleteAll()} takes with it: the compatibility date decides, from 2026-02-24 the alarm
 * goes too ({@code delete_all_deletes_alarm}).
 */
public enum DeleteAllScope {
  /** The entries and tables only; the alarm stays set. */
  CONTENT,
  /** The entries, the tables and the alarm. */
  CONTENT_AND_ALARM
}
