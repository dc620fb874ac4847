package dev.durascope.model.modules;

import dev.durascope.model.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parts of a text that lie in one another or beside one another, as they were met on one walk,
 * outer ones first; asked for the innermost around a place.
 *
 * <p>Tree-sitter knows no parents: it looks for a node's parent from the root down, past everything
 * that stands before it. That is nothing in a sound text, and seconds in one that is broken, whose
 * tokens are all siblings.
 */
final class Nested<T> {

  /**
   * @param around the index of the innermost part around this one; -1 if there is none
   */
  private record Part<T>(Span span, T value, int around) {}

  private final List<Part<T>> parts = new ArrayList<>();

  /** Adds what was met next. */
  void add(Span span, T value) {
    parts.add(new Part<>(span, value, around(span)));
  }

  Optional<T> innermost(Span place) {
    int found = around(place);
    return found < 0 ? Optional.empty() : Optional.of(parts.get(found).value());
  }

  private int around(Span place) {
    int at = parts.size() - 1;
    while (at >= 0 && !parts.get(at).span().encloses(place)) {
      var part = parts.get(at);
      at = part.span().start() > place.start() ? at - 1 : part.around();
    }
    return at;
  }
}
