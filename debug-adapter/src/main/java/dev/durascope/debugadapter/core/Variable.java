package dev.durascope.debugadapter.core;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A name and a value, as a line of the variables view.
 *
 * @param name what it is called there
 * @param value how it is shown
 * @param type the type of the value; may be empty
 * @param reference the number under which its parts can be asked for; 0 when it has none
 * @param named how many named parts it has, as far as that is known without reading them
 * @param indexed how many indexed parts it has
 * @param evaluateName an expression for the value; absent when there is none
 * @param kind what sort of line it is
 * @param memory the number under which its bytes can be read; empty when it has none
 */
public record Variable(
    String name,
    String value,
    String type,
    int reference,
    int named,
    int indexed,
    Optional<String> evaluateName,
    Kind kind,
    OptionalInt memory) {

  /** What sort of line a variable is. */
  public enum Kind {
    /** A variable or property that can be assigned. */
    DATA,
    /** A variable or property that cannot be assigned. */
    CONSTANT,
    /** A property that other code would not see: private, or not enumerable. */
    HIDDEN,
    /** A getter that has not run; opening it runs it. */
    GETTER,
    /** Something that the language has no name for: a prototype, the entries of a map. */
    INTERNAL
  }
}
