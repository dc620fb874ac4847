package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.strings.TruffleString;

/** JavaScript's strings as text for the user. */
final class Text {

  private Text() {}

  static String of(Object string) {
    return string instanceof TruffleString text ? text.toJavaStringUncached() : string.toString();
  }

  /** A string as JavaScript would write it, in double quotes. */
  static String quoted(String text) {
    var out = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ') {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append('"').toString();
  }

  /** At most {@code max} characters of a text, the last one an ellipsis where some are missing. */
  static String clipped(String text, int max) {
    return text.length() <= max ? text : text.substring(0, max - 1) + "…";
  }

  static boolean isIdentifier(String name) {
    if (name.isEmpty() || !Character.isJavaIdentifierStart(name.charAt(0))) {
      return false;
    }
    return name.chars().allMatch(Character::isJavaIdentifierPart);
  }
}
