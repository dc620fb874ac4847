package dev.durascope.model.json;

import java.util.Optional;
import java.util.regex.Pattern;

/** JSON's number grammar, which is narrower than Java's. */
final class JsonNumber {

  private static final Pattern GRAMMAR =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  private JsonNumber() {}

  static Optional<Number> parse(String raw) {
    if (!GRAMMAR.matcher(raw).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Long.valueOf(raw));
    } catch (NumberFormatException notWholeOrTooLarge) {
      return Optional.of(Double.valueOf(raw));
    }
  }
}
