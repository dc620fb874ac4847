package dev.durascope.debugadapter.core;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An access to stored data.
 *
 * @param data what was accessed
 * @param isWrite whether it may have been changed
 * @param operation what did it, as the program says it: {@code put}, or the SQL statement
 * @param change what came of it: {@code 1 → 2}, or the value that was read
 * @param variables what a condition can use, each with the JavaScript expression of its value: for
 *     a key {@code key}, {@code oldValue} and {@code newValue}, for a table {@code statement},
 *     {@code oldRows} and {@code newRows}, and whether anything is another now
 */
public record DataAccess(
    StoredData data,
    boolean isWrite,
    String operation,
    String change,
    Map<String, String> variables) {

  public DataAccess {
    variables = new LinkedHashMap<>(variables);
  }

  /** An expression in which {@code code} can use the variables. */
  String around(String code) {
    return "(("
        + String.join(", ", variables.keySet())
        + ") => ("
        + code
        + "\n))("
        + String.join(", ", variables.values())
        + ")";
  }
}
