package dev.durascope.model.toml;

import dev.durascope.model.text.LineIndex;
import dev.durascope.model.text.Problem;
import dev.durascope.model.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;

/** What tomlj says, its places (a line and a column of code points, from one) as spans. */
final class TomlErrors {

  private TomlErrors() {}

  /** What tomlj finds fault with. */
  static List<Problem> of(String text, LineIndex lines) {
    // tomlj takes a byte order mark for a key; a blank in its place keeps every column.
    var folded = FoldedText.of(text.startsWith("\uFEFF") ? " " + text.substring(1) : text);
    var problems = new ArrayList<Problem>();
    for (var error : Toml.parse(folded.text()).errors()) {
      var position = error.position();
      problems.add(
          locate(
              text,
              lines,
              folded.original(position.line()),
              position.column(),
              error.getMessage()));
    }
    return problems;
  }

  private static Problem locate(
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
