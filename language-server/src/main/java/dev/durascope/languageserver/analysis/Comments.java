package dev.durascope.languageserver.analysis;

import dev.durascope.model.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The comments of a configuration, found so that what is taken out of it need not lose them. */
final class Comments {

  private Comments() {}

  /**
   * The comments within {@code span}, each with its sign, in their order; empty where the text has
   * TOML's strings of several lines, which nothing here understands.
   *
   * @param toml whether {@code #} begins a comment, else it is {@code //} or a slash and a star
   */
  static Optional<List<String>> within(String text, Span span, boolean toml) {
    var found = new ArrayList<String>();
    int at = span.start();
    while (at < span.end()) {
      char c = text.charAt(at);
      if (c == '"' || (toml && c == '\'')) {
        if (toml && text.startsWith(String.valueOf(c).repeat(3), at)) {
          return Optional.empty();
        }
        at = afterString(text, at, span.end());
      } else if (toml ? c == '#' : text.startsWith("//", at)) {
        int line = text.indexOf('\n', at);
        int end = line < 0 || line > span.end() ? span.end() : line;
        found.add(text.substring(at, end).strip());
        at = end;
      } else if (!toml && text.startsWith("/*", at)) {
        int close = text.indexOf("*/", at + 2);
        int end = close < 0 ? span.end() : close + 2;
        found.add(text.substring(at, end));
        at = end;
      } else {
        at++;
      }
    }
    return Optional.of(found);
  }

  private static int afterString(String text, int open, int limit) {
    char quote = text.charAt(open);
    int at = open + 1;
    while (at < limit && text.charAt(at) != quote) {
      at += quote == '"' && text.charAt(at) == '\\' ? 2 : 1;
    }
    return at + 1;
  }
}
