package dev.durascope.languageserver.syntax;

import dev.durascope.model.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A comment of a configuration.
 *
 * @param lines what it says, without its signs; of several lines only where JSON's slash and star
 *     have them
 */
record Comment(Span span, List<String> lines) {

  Comment {
    lines = List.copyOf(lines);
  }

  /** All comments of a text that was read without a problem, in their order. */
  static List<Comment> all(String text, boolean toml) {
    var found = new ArrayList<Comment>();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"' || (toml && c == '\'')) {
        at = behindString(text, at, toml);
      } else if (toml ? c == '#' : text.startsWith("//", at)) {
        int newline = text.indexOf('\n', at);
        int end =
            at + text.substring(at, newline < 0 ? text.length() : newline).stripTrailing().length();
        found.add(
            new Comment(new Span(at, end), List.of(text.substring(at + (toml ? 1 : 2), end))));
        at = end;
      } else if (!toml && text.startsWith("/*", at)) {
        int end = text.indexOf("*/", at + 2) + 2;
        found.add(new Comment(new Span(at, end), blockLines(text.substring(at + 2, end - 2))));
        at = end;
      } else {
        at++;
      }
    }
    return found;
  }

  private static int behindString(String text, int open, boolean toml) {
    char quote = text.charAt(open);
    var three = String.valueOf(quote).repeat(3);
    boolean isLong = toml && text.startsWith(three, open);
    int at = open + (isLong ? 3 : 1);
    while (at < text.length() && !text.startsWith(isLong ? three : String.valueOf(quote), at)) {
      at += quote == '"' && text.charAt(at) == '\\' ? 2 : 1;
    }
    at += isLong ? 3 : 1;
    // Up to two more quotes belong to the text.
    for (int more = 0;
        isLong && more < 2 && at < text.length() && text.charAt(at) == quote;
        more++) {
      at++;
    }
    return at;
  }

  /** The lines without the stars that people draw a margin of. */
  private static List<String> blockLines(String inside) {
    var lines = new ArrayList<String>();
    inside.lines().map(line -> line.strip().replaceFirst("^\\*+ ?", "")).forEach(lines::add);
    while (!lines.isEmpty() && lines.getFirst().isEmpty()) {
      lines.removeFirst();
    }
    while (!lines.isEmpty() && lines.getLast().isEmpty()) {
      lines.removeLast();
    }
    return lines.stream().map(line -> line.isEmpty() ? line : " " + line).toList();
  }
}
