package dev.durascope.model.toml;

import java.util.Optional;
import java.util.regex.Pattern;

/** Integers (in four bases) and floats of TOML. */
final class TomlNumbers {

  private static final Pattern DECIMAL = Pattern.compile("[+-]?(0|[1-9](_?[0-9])*)");
  private static final Pattern BASED =
      Pattern.compile("0x[0-9a-fA-F](_?[0-9a-fA-F])*|0o[0-7](_?[0-7])*|0b[01](_?[01])*");
  private static final Pattern FLOAT =
      Pattern.compile("[+-]?(0|[1-9](_?[0-9])*)(\\.[0-9](_?[0-9])*)?([eE][+-]?[0-9](_?[0-9])*)?");

  private TomlNumbers() {}

  static Optional<Number> parse(String raw) {
    var digits = raw.replace("_", "");
    try {
      if (DECIMAL.matcher(raw).matches()) {
        return Optional.of(Long.valueOf(digits));
      }
      if (BASED.matcher(raw).matches()) {
        int radix =
            switch (raw.charAt(1)) {
              case 'x' -> 16;
              case 'o' -> 8;
              default -> 2;
            };
        return Optional.of(Long.valueOf(digits.substring(2), radix));
      }
    } catch (NumberFormatException tooLarge) {
      return Optional.empty();
    }
    if (FLOAT.matcher(raw).matches()) {
      return Optional.of(Double.valueOf(digits));
    }
    return switch (raw) {
      case "inf", "+inf" -> Optional.of(Double.POSITIVE_INFINITY);
      case "-inf" -> Optional.of(Double.NEGATIVE_INFINITY);
      case "nan", "+nan", "-nan" -> Optional.of(Double.NaN);
      default -> Optional.empty();
    };
  }
}
