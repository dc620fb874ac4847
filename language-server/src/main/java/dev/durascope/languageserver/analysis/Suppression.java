package dev.durascope.languageserver.analysis;

import dev.durascope.model.text.LineIndex;
import java.util.regex.Pattern;

/**
 * Comments that silence diagnostics: {@code durascope-ignore MIG05, JS01} behind what it is about,
 * or in lines of comments right above it; {@code durascope-ignore-file MIG05} anywhere in the file.
 * Codes have to be named, and anything may follow them, as the reason.
 */
final class Suppression {

  private static final String COMMENT = "(?:#|//|/\\*|\\*)[^\\n]*?\\b";
  private static final String CODES = "((?:[\\s,:]+[A-Z]{2,3}\\d{2}\\b)+)";
  private static final Pattern LINE = Pattern.compile(COMMENT + "durascope-ignore" + CODES);
  private static final Pattern FILE = Pattern.compile(COMMENT + "durascope-ignore-file" + CODES);
  private static final Pattern COMMENT_ONLY = Pattern.compile("\\s*(#|//|/\\*|\\*).*");

  private final String text;
  private final LineIndex lines;

  Suppression(String text, LineIndex lines) {
    this.text = text;
    this.lines = lines;
  }

  /** Whether a comment in the text silences {@code diagnostic}, which is about that text. */
  boolean covers(Diagnostic diagnostic) {
    if (!text.contains("durascope-ignore")) {
      return false;
    }
    var code = diagnostic.code();
    if (names(FILE, text, code)) {
      return true;
    }
    int line = lines.position(diagnostic.span().start()).line();
    if (names(LINE, line(line), code)) {
      return true;
    }
    for (int above = line - 1; above >= 0; above--) {
      var comment = line(above);
      if (!COMMENT_ONLY.matcher(comment).matches()) {
        return false;
      }
      if (names(LINE, comment, code)) {
        return true;
      }
    }
    return false;
  }

  private String line(int number) {
    return lines.line(number).of(text);
  }

  private static boolean names(Pattern pattern, String where, String code) {
    var found = pattern.matcher(where);
    while (found.find()) {
      if (found.group(1).contains(code)) {
        return true;
      }
    }
    return false;
  }
}
