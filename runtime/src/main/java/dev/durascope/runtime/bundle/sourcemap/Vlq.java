package dev.durascope.runtime.bundle.sourcemap;

import java.util.Arrays;

/**
 * Reads the numbers of a {@code mappings} string: base64 digits of six bits, the least significant
 * first; in each digit bit 5 says that another one follows, and in the first digit bit 0 is the
 * sign.
 */
final class Vlq {
  private static final String DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  private static final byte[] VALUES = values();

  private final String text;
  private int at;

  Vlq(String text) {
    this.text = text;
  }

  boolean hasMore() {
    return at < text.length();
  }

  /** The next character, not consumed. */
  char peek() {
    return text.charAt(at);
  }

  void skip() {
    at++;
  }

  /** Whether a number comes next: not a separator, not the end. */
  boolean atNumber() {
    return at < text.length() && text.charAt(at) != ',' && text.charAt(at) != ';';
  }

  int number() {
    var bits = 0L;
    var shift = 0;
    int digit;
    do {
      if (at == text.length()) {
        throw new SourceMapException("the mappings end in the middle of a number");
      }
      var c = text.charAt(at);
      digit = c < VALUES.length ? VALUES[c] : -1;
      if (digit < 0) {
        throw new SourceMapException(
            "the mappings have \"%s\" at %d, which is no base64 digit".formatted(c, at));
      }
      if (shift > 30) {
        throw new SourceMapException("the mappings have a number of more than 32 bits at " + at);
      }
      at++;
      bits |= (digit & 31L) << shift;
      shift += 5;
    } while ((digit & 32) != 0);
    var magnitude = (int) (bits >>> 1);
    return (bits & 1) == 0 ? magnitude : -magnitude;
  }

  private static byte[] values() {
    var values = new byte[128];
    Arrays.fill(values, (byte) -1);
    for (var i = 0; i < DIGITS.length(); i++) {
      values[DIGITS.charAt(i)] = (byte) i;
    }
    return values;
  }
}
