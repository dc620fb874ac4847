package dev.durascope.model.toml;

/**
 * The escapes of TOML's basic strings. What is no escape stays as it is written: tomlj has said so,
 * and the text around it still has its meaning.
 */
final class TomlEscapes {

  private TomlEscapes() {}

  static String resolve(String raw) {
    if (raw.indexOf('\\') < 0) {
      return raw;
    }
    var out = new StringBuilder(raw.length());
    int i = 0;
    while (i < raw.length()) {
      char c = raw.charAt(i);
      if (c != '\\' || i + 1 == raw.length()) {
        out.append(c);
        i++;
        continue;
      }
      char kind = raw.charAt(i + 1);
      int digits =
          switch (kind) {
            case 'x' -> 2;
            case 'u' -> 4;
            case 'U' -> 8;
            default -> 0;
          };
      if (digits > 0) {
        i += 2 + codePoint(raw, i, digits, out);
      } else if (Character.isWhitespace(kind)) {
        i = lineContinuation(raw, i + 1, out);
      } else {
        simple(kind, out);
        i += 2;
      }
    }
    return out.toString();
  }

  /** Appends the character with the given number of hexadecimal digits; answers the digits read. */
  private static int codePoint(String raw, int start, int digits, StringBuilder out) {
    int from = start + 2;
    int to = from + digits;
    if (to <= raw.length() && isHex(raw, from, to)) {
      long point = Long.parseLong(raw, from, to, 16);
      if (point <= Character.MAX_CODE_POINT) {
        out.appendCodePoint((int) point);
        return digits;
      }
    }
    out.append(raw, start, from);
    return 0;
  }

  private static boolean isHex(String raw, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Character.digit(raw.charAt(i), 16) < 0) {
        return false;
      }
    }
    return true;
  }

  /** A backslash at a line's end swallows all blanks and line breaks up to the next character. */
  private static int lineContinuation(String raw, int from, StringBuilder out) {
    int i = from;
    boolean broken = false;
    while (i < raw.length() && Character.isWhitespace(raw.charAt(i))) {
      broken |= raw.charAt(i) == '\n';
      i++;
    }
    if (!broken) {
      out.append(raw, from - 1, i);
    }
    return i;
  }

  private static void simple(char kind, StringBuilder out) {
    switch (kind) {
      case 'b' -> out.append('\b');
      case 't' -> out.append('\t');
      case 'n' -> out.append('\n');
      case 'f' -> out.append('\f');
      case 'r' -> out.append('\r');
      case 'e' -> out.append('\u001B');
      case '"', '\\' -> out.append(kind);
      default -> out.append('\\').append(kind);
    }
  }
}
