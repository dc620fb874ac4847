package dev.durascope.model.toml;

import java.util.Arrays;

/**
 * A text without most of the lines that say nothing.
 *
 * <p>After a key without a value tomlj's recovery looks past every empty line and comment that
 * follows, again and again: two thousand of them take it a minute. What it is given has at most
 * {@link #KEPT_LINES} such lines in a row. A line that could mean something where the reader cannot
 * know, inside of a string over several lines, stays.
 */
record FoldedText(String text, int[] lines) {

  private static final int KEPT_LINES = 2;

  static FoldedText of(String text) {
    var kept = new StringBuilder(text.length());
    var lines = new int[16];
    int count = 0;
    int silent = 0;
    int number = 1;
    for (int start = 0; start < text.length(); number++) {
      int end = text.indexOf('\n', start) + 1;
      end = end == 0 ? text.length() : end;
      silent = saysNothing(text, start, end) ? silent + 1 : 0;
      if (silent <= KEPT_LINES) {
        kept.append(text, start, end);
        lines = count < lines.length ? lines : Arrays.copyOf(lines, 2 * count);
        lines[count++] = number;
      }
      start = end;
    }
    return new FoldedText(kept.toString(), Arrays.copyOf(lines, count));
  }

  /** The line of the whole text, from 1, that is {@code line} here. */
  int original(int line) {
    if (lines.length == 0) {
      return line;
    }
    int beyond = Math.max(0, line - lines.length);
    return lines[Math.clamp(line, 1, lines.length) - 1] + beyond;
  }

  private static boolean saysNothing(String text, int start, int end) {
    int at = start;
    while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    if (at == end || text.charAt(at) == '\n' || text.startsWith("\r\n", at)) {
      return true;
    }
    if (text.charAt(at) != '#') {
      return false;
    }
    for (; at < end; at++) {
      char c = text.charAt(at);
      boolean lineEnd = c == '\n' || (c == '\r' && text.startsWith("\r\n", at));
      boolean mayMean =
          c == '\\' || text.startsWith("\"\"\"", at) || text.startsWith("'''", at) || isControl(c);
      if (mayMean && !lineEnd) {
        return false;
      }
    }
    return true;
  }

  private static boolean isControl(char c) {
    return (c < ' ' && c != '\t') || c == 0x7f;
  }
}
