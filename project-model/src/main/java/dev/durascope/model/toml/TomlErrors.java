package dev.durascope.model.toml;

import dev.durascope.model.text.LineIndex;
import dev.durascope.model.text.Problem;
import dev.durascope.model.text.Span;
import org.jspecify.annotations.Nullable;

/** Turns tomlj's places (a line and a column of code points, from one) into spans. */
final class TomlErrors {

  private TomlErrors() {}

  static Problem locate(
      String text, LineIndex lines, int line, int column, @Nullable String message) {
    var content = lines.line(Math.clamp(line - 1L, 0, lines.lineCount() - 1));
    int points = Math.clamp(column - 1L, 0, text.codePointCount(content.start(), content.end()));
    int offset = text.offsetByCodePoints(content.start(), points);
    return new Problem(token(text, content, offset), message == null ? "Not TOML" : message);
  }

  /** What the error is about: the word at the place, else one character, else the caret. */
  private static Span token(String text, Span line, int offset) {
    int end = offset;
    while (end < line.end() && isWord(text.charAt(end))) {
      end++;
    }
    if (end == offset && offset < line.end()) {
      end = offset + Character.charCount(text.codePointAt(offset));
    }
    return new Span(offset, end);
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-';
  }
}
