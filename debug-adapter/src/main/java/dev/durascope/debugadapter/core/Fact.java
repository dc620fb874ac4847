package dev.durascope.debugadapter.core;

import java.util.List;
import java.util.Optional;

/**
 * A named fact about an object, shown like a variable: a value as text, and perhaps parts.
 *
 * @param name what it is, {@code storage}
 * @param value how it is shown on its line, {@code 3 keys}
 * @param type the value's type, {@code Map}; may be empty
 * @param parts the facts inside it, read when the user opens it
 */
public record Fact(String name, String value, String type, Optional<Parts> parts) {

  /** A fact without parts. */
  public static Fact of(String name, String value) {
    return new Fact(name, value, "", Optional.empty());
  }

  /** A fact with parts. */
  public static Fact of(String name, String value, Parts parts) {
    return new Fact(name, value, "", Optional.of(parts));
  }

  /** The parts of a fact, read a page at a time. */
  public interface Parts {

    int size();

    /** Reads at most {@code count} parts from the one at {@code start}, counted from 0. */
    List<Fact> page(int start, int count);
  }
}
