package dev.durascope.model.modules;

import dev.durascope.model.text.Span;
import java.util.List;

/** An argument of a call, as far as it can be read without running anything. */
public sealed interface Expression {

  Span span();

  /**
   * A string, or a template without substitutions.
   *
   * @param inside what stands between the quotes
   * @param value the inside; escapes are left as they are written
   */
  record Text(Span span, Span inside, String value) implements Expression {}

  /**
   * {@code [a, b]}.
   *
   * @param open whether it has a spread, so that there may be more items
   */
  record Items(Span span, List<Expression> items, boolean open) implements Expression {

    public Items {
      items = List.copyOf(items);
    }
  }

  /**
   * {@code {a: b}}.
   *
   * @param open whether it has a spread or a computed key, so that there may be more properties
   */
  record Properties(Span span, List<Property> properties, boolean open) implements Expression {

    public Properties {
      properties = List.copyOf(properties);
    }
  }

  /** One {@code name: value} of {@link Properties}. */
  record Property(String name, Expression value) {}

  /** Anything else, as it is written. */
  record Other(Span span, String text) implements Expression {}
}
