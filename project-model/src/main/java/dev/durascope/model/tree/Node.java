package dev.durascope.model.tree;

import dev.durascope.model.text.Located;
import dev.durascope.model.text.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value of a configuration file, with its place.
 *
 * <p>One tree for all three syntaxes, so that a rule about the configuration is written once. A
 * reader never fails: where the text breaks off, the tree has a {@link Missing} and the reader a
 * problem, and everything else is where it was.
 */
public sealed interface Node {

  /** All of the value's own text, quotes and brackets included. */
  Span span();

  /** What to underline to speak about this value as a whole: short, and on one line. */
  default Span anchor() {
    return span();
  }

  /**
   * A TOML table, an inline table, or a JSON object.
   *
   * @param span from the header or opening brace to the end of the last value
   * @param anchor the path within a TOML header; a JSON object's or inline table's braces when they
   *     share a line, else its opening brace
   * @param header the whole {@code [header]} line's brackets, where the table has one
   */
  record Table(Span span, Span anchor, Optional<Span> header, List<Entry> entries) implements Node {

    public Table {
      entries = List.copyOf(entries);
    }

    public static final Table EMPTY =
        new Table(Span.at(0), Span.at(0), Optional.empty(), List.of());

    /** The entry of {@code key}; of several the last, as JSON has it. */
    public Optional<Entry> entry(String key) {
      for (int i = entries.size() - 1; i >= 0; i--) {
        if (entries.get(i).key().name().equals(key)) {
          return Optional.of(entries.get(i));
        }
      }
      return Optional.empty();
    }

    /** The value of {@code key}, where one is written. */
    public Optional<Node> get(String key) {
      return entry(key).map(Entry::value);
    }

    public Optional<Table> table(String key) {
      return get(key).flatMap(Node::asTable);
    }

    public Optional<Located<String>> string(String key) {
      return get(key).flatMap(Node::asString);
    }

    /** The items of the array at {@code key}; none where there is no array. */
    public List<Node> items(String key) {
      return get(key).map(Node::asItems).orElse(List.of());
    }

    /** The strings in the array at {@code key}; items of another kind are left out. */
    public List<Located<String>> strings(String key) {
      return items(key).stream().flatMap(item -> item.asString().stream()).toList();
    }

    @Override
    public @Nullable Object toPlain() {
      var map = new LinkedHashMap<String, @Nullable Object>();
      for (var entry : entries) {
        if (!(entry.value() instanceof Missing)) {
          map.put(entry.key().name(), entry.value().toPlain());
        }
      }
      return Collections.unmodifiableMap(map);
    }
  }

  /** A key's name and the place of its inside. */
  record Key(String name, Span span) {}

  /** One {@code key = value}. */
  record Entry(Key key, Node value) {

    public Span span() {
      return new Span(
          Math.min(key.span().start(), value.span().start()),
          Math.max(key.span().end(), value.span().end()));
    }
  }

  /** An array; also TOML's {@code [[name]]}, whose items are the tables under each header. */
  record Array(Span span, List<Node> items) implements Node {

    public Array {
      items = List.copyOf(items);
    }

    @Override
    public @Nullable Object toPlain() {
      var list = new ArrayList<@Nullable Object>();
      for (var item : items) {
        if (!(item instanceof Missing)) {
          list.add(item.toPlain());
        }
      }
      return Collections.unmodifiableList(list);
    }
  }

  /**
   * A string.
   *
   * @param inside what stands between the quotes
   * @param value the inside with its escapes resolved
   */
  record Text(Span span, Span inside, String value) implements Node {

    @Override
    public Span anchor() {
      return inside;
    }

    @Override
    public Object toPlain() {
      return value;
    }
  }

  /** A number: a {@link Long}, or a {@link Double} where it is no whole number of 64 bits. */
  record Numeric(Span span, Number value) implements Node {

    @Override
    public Object toPlain() {
      return value;
    }
  }

  record Bool(Span span, boolean value) implements Node {

    @Override
    public Object toPlain() {
      return value;
    }
  }

  /** JSON's {@code null}. */
  record Null(Span span) implements Node {

    @Override
    public @Nullable Object toPlain() {
      return null;
    }
  }

  /** A TOML date or time, or a bare word that is no value at all (a problem says so). */
  record Word(Span span, String raw) implements Node {

    @Override
    public Object toPlain() {
      return raw;
    }
  }

  /** Nothing is written where a value has to be. The span is the caret where it would go. */
  record Missing(Span span) implements Node {

    @Override
    public @Nullable Object toPlain() {
      return null;
    }
  }

  /** The value as Java's own {@link Map}, {@link List}, String, Long, Double, Boolean or null. */
  @Nullable Object toPlain();

  default Optional<Table> asTable() {
    return this instanceof Table table ? Optional.of(table) : Optional.empty();
  }

  default Optional<Located<String>> asString() {
    return this instanceof Text text
        ? Optional.of(new Located<>(text.value(), text.inside()))
        : Optional.empty();
  }

  default Optional<Boolean> asBoolean() {
    return this instanceof Bool bool ? Optional.of(bool.value()) : Optional.empty();
  }

  default List<Node> asItems() {
    return this instanceof Array array ? array.items() : List.of();
  }
}
