package dev.durascope.debugadapter.core;

import java.util.Optional;

/**
 * Names one Durable Object of a project, as {@code worker/Class/id}: the same three parts, in the
 * same order, that the control API has in its paths.
 *
 * @param worker the name of the Worker script that exports the class
 * @param className the exported class
 * @param id the object's id, 64 hexadecimal digits
 */
public record ObjectKey(String worker, String className, String id) {

  /** Reads the form that {@link #toString} writes; empty when the text has another form. */
  public static Optional<ObjectKey> parse(String text) {
    var parts = text.split("/", -1);
    if (parts.length != 3 || parts[0].isEmpty() || parts[1].isEmpty() || parts[2].isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new ObjectKey(parts[0], parts[1], parts[2]));
  }

  @Override
  public String toString() {
    return worker + "/" + className + "/" + id;
  }
}
