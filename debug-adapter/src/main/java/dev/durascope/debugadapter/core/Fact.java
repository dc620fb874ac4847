package dev.durascope.debugadapter.core;

import java.util.List;
import java.util.Optional;
import org.graalvm.polyglot.Value;

/**
 * A named fact about an object, shown like a variable: a value as text, and perhaps more inside.
 *
 * @param name what it is, {@code storage}
 * @param value how it is shown on its line, {@code 3 keys}
 * @param type the value's type, {@code Map}; may be empty
 * @param inside what the user sees when opening it
 * @param place where another value can be put; empty for what cannot be changed
 * @param expression what has the value in a paused frame, {@code $storage.get("count")}; may be
 *     empty
 */
public record Fact(
    String name,
    String value,
    String type,
    Optional<Inside> inside,
    Optional<Place> place,
    String expression) {

  /** A fact that is all on its line. */
  public static Fact of(String name, String value) {
    return new Fact(name, value, "", Optional.empty(), Optional.empty(), "");
  }

  /** A fact with more inside. */
  public static Fact of(String name, String value, Inside inside) {
    return new Fact(name, value, "", Optional.of(inside), Optional.empty(), "");
  }

  /** The same fact with a type. */
  public Fact typed(String name) {
    return new Fact(this.name, value, name, inside, place, expression);
  }

  /** The same fact, which can be changed. */
  public Fact at(Place where) {
    return new Fact(name, value, type, inside, Optional.of(where), expression);
  }

  /** The same fact, which an expression has as well. */
  public Fact known(String as) {
    return new Fact(name, value, type, inside, place, as);
  }

  /** What is inside a fact. */
  public sealed interface Inside permits Parts, Copy {}

  /** Further facts, read a page at a time. */
  public non-sealed interface Parts extends Inside {

    int size();

    /** Reads at most {@code count} parts from the one at {@code start}, counted from 0. */
    List<Fact> page(int start, int count);

    /** What the part of a name is in the object's storage; empty for what is not stored. */
    default Optional<StoredData> stored(String name) {
      return Optional.empty();
    }

    /** The part of a name. */
    default Optional<Fact> find(String name) {
      return page(0, size()).stream().filter(fact -> fact.name().equals(name)).findFirst();
    }
  }

  /** A JavaScript object, which is a copy of what is kept elsewhere. */
  public non-sealed interface Copy extends Inside {

    /** Makes the copy, on the isolate's thread. */
    Value make();
  }

  /** Where a value is kept that is no variable. Used on the isolate's thread. */
  public interface Place {

    /** Puts a value there. */
    void put(Value value) throws DebuggerException;
  }
}
