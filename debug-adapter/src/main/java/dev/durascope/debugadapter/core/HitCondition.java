package dev.durascope.debugadapter.core;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which hits of a breakpoint stop: {@code 5} or {@code == 5} the fifth only, {@code >= 5} and
 * {@code > 5} from then on, {@code < 5} and {@code <= 5} until then, {@code % 5} every fifth.
 */
record HitCondition(Operator operator, long count) {

  private static final Pattern FORM = Pattern.compile("\\s*(==?|>=?|<=?|%)?\\s*([0-9]{1,18})\\s*");

  /** Reads a hit condition; empty when the text has no known form. */
  static Optional<HitCondition> parse(String text) {
    var match = FORM.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    var sign = match.group(1) == null ? "=" : match.group(1);
    var operator =
        switch (sign) {
          case ">" -> Operator.GREATER;
          case ">=" -> Operator.AT_LEAST;
          case "<" -> Operator.LESS;
          case "<=" -> Operator.AT_MOST;
          case "%" -> Operator.EVERY;
          default -> Operator.EQUAL;
        };
    long count = Long.parseLong(match.group(2));
    return operator == Operator.EVERY && count == 0
        ? Optional.empty()
        : Optional.of(new HitCondition(operator, count));
  }

  boolean matches(long hits) {
    return switch (operator) {
      case EQUAL -> hits == count;
      case GREATER -> hits > count;
      case AT_LEAST -> hits >= count;
      case LESS -> hits < count;
      case AT_MOST -> hits <= count;
      case EVERY -> hits % count == 0;
    };
  }

  enum Operator {
    EQUAL,
    GREATER,
    AT_LEAST,
    LESS,
    AT_MOST,
    EVERY
  }
}
