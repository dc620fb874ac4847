package dev.durascope.runtime.storage.sql;

/** Whether user code may run a statement. */
public sealed interface Verdict {
  /** It may. */
  record Allowed() implements Verdict {}

  /**
   * It may unless it opens a reserved table, which the text alone cannot tell: {@code _cf_x} may
   * also be a string, a column or a name that the statement itself introduces.
   */
  record UnlessReservedTable() implements Verdict {}

  /**
   * It may not.
   *
   * @param message what the error says
   */
  record Refused(String message) implements Verdict {}
}
