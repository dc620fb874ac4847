package dev.durascope.debugadapter.core;

import java.util.ArrayList;
import java.util.List;

/**
 * The text of a log point: what stands in braces is an expression, evaluated where the breakpoint
 * is. Braces inside the expression are counted. A brace after a backslash belongs to the text, and
 * so does one that is never closed.
 */
record LogMessage(List<Part> parts) {

  LogMessage {
    parts = List.copyOf(parts);
  }

  static LogMessage parse(String text) {
    var parts = new ArrayList<Part>();
    var literal = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\\' && at + 1 < text.length() && "{}".indexOf(text.charAt(at + 1)) >= 0) {
        literal.append(text.charAt(at + 1));
        at += 2;
        continue;
      }
      int end = c == '{' ? closingBrace(text, at) : -1;
      if (end < 0) {
        literal.append(c);
        at++;
        continue;
      }
      if (!literal.isEmpty()) {
        parts.add(new Text(literal.toString()));
        literal.setLength(0);
      }
      parts.add(new Expression(text.substring(at + 1, end)));
      at = end + 1;
    }
    if (!literal.isEmpty()) {
      parts.add(new Text(literal.toString()));
    }
    return new LogMessage(parts);
  }

  private static int closingBrace(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  sealed interface Part {}

  record Text(String text) implements Part {}

  record Expression(String code) implements Part {}
}
