package dev.durascope.languageserver.analysis;

import dev.durascope.model.config.WranglerConfig;
import dev.durascope.model.text.Span;
import dev.durascope.model.tree.Node;

/**
 * Takes members out of a text so that what is left is as if they had never been there: with their
 * comma, and with their line where nothing else stands on it.
 */
public final class TextRemoval {

  private TextRemoval() {}

  /** Removes {@code key = value}, wherever it stands. */
  public static Fix.Edit entry(WranglerConfig config, Node.Entry entry) {
    var text = config.document().text();
    int start = entry.span().start();
    // The span of a key in quotes is what stands between them.
    if (start > 0 && (text.charAt(start - 1) == '"' || text.charAt(start - 1) == '\'')) {
      start--;
    }
    return member(config, new Span(start, entry.span().end()));
  }

  /** Removes one item of an array. */
  public static Fix.Edit item(WranglerConfig config, Node item) {
    return member(config, item.span());
  }

  private static Fix.Edit member(WranglerConfig config, Span span) {
    var text = config.document().text();
    int start = span.start();
    int end = span.end();
    int after = skipBlanks(text, end);
    boolean commaFollows = after < text.length() && text.charAt(after) == ',';
    if (commaFollows) {
      end = after + 1;
    } else {
      int before = skipBack(text, start);
      if (before > 0 && text.charAt(before - 1) == ',') {
        start = before - 1;
      }
    }
    return new Fix.Edit(new Place(config.file(), wholeLines(text, start, end)), "");
  }

  /** Widens the span to its lines, where nothing but blanks stands beside it on them. */
  private static Span wholeLines(String text, int start, int end) {
    int first = start;
    while (first > 0 && isBlank(text.charAt(first - 1))) {
      first--;
    }
    int last = end;
    while (last < text.length() && (isBlank(text.charAt(last)) || text.charAt(last) == '\r')) {
      last++;
    }
    boolean fromLineStart = first == 0 || text.charAt(first - 1) == '\n';
    boolean toLineEnd = last == text.length() || text.charAt(last) == '\n';
    if (fromLineStart && toLineEnd) {
      return new Span(first, Math.min(last + 1, text.length()));
    }
    // Before a closing bracket the blank stays that the bracket had.
    boolean closes = last < text.length() && "}]".indexOf(text.charAt(last)) >= 0;
    return new Span(start, closes && !isInside(text, start) ? end : skipSpaces(text, end));
  }

  /** Whether an opening bracket or a blank stands right before {@code at}. */
  private static boolean isInside(String text, int at) {
    return at > 0 && "{[ \t".indexOf(text.charAt(at - 1)) >= 0;
  }

  private static int skipSpaces(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  private static int skipBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int skipBack(String text, int from) {
    int at = from;
    while (at > 0 && Character.isWhitespace(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
