package dev.durascope.languageserver.analysis;

import dev.durascope.model.text.LineIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Comments that silence diagnostics: {@code durascope-ignore MIG05, JS01} behind what it is about,
 * or in lines of comments right above it; {@code durascope-ignore-file MIG05} anywhere in the file.
 * Codes have to be named, and anything may follow them, as the reason.
 */
final class Suppression {

  private static final String WORD = "durascope-ignore";
  private static final String WHOLE_FILE = "-file";
  private static final Pattern CODES = Pattern.compile("(?:[\\s,:]+[A-Z]{2,3}\\d{2}\\b)+");
  private static final Pattern COMMENT_ONLY = Pattern.compile("\\s*(#|//|/\\*|\\*).*");

  private final String text;
  private final LineIndex lines;

  /** What is silenced in the whole file: one string for each comment. */
  private final List<String> ofFile = new ArrayList<>();

  /** What a comment in a line silences, by the line's number. */
  private final Map<Integer, List<String>> ofLines = new HashMap<>();

  Suppression(String text, LineIndex lines) {
    this.text = text;
    this.lines = lines;
    for (int at = text.indexOf(WORD); at >= 0; at = text.indexOf(WORD, at + 1)) {
      read(at);
    }
  }

  private void read(int at) {
    if (at > 0 && (Character.isLetterOrDigit(text.charAt(at - 1)) || text.charAt(at - 1) == '_')) {
      return;
    }
    int end = at + WORD.length();
    if (text.startsWith(WHOLE_FILE, end)) {
      if (isComment(text.lastIndexOf('\n', at) + 1, at)) {
        codes(end + WHOLE_FILE.length(), text.length(), ofFile);
      }
      return;
    }
    int number = lines.position(at).line();
    var line = lines.line(number);
    if (isComment(line.start(), at)) {
      codes(end, line.end(), ofLines.computeIfAbsent(number, _ -> new ArrayList<>()));
    }
  }

  /** Whether the stretch begins a comment, wherever. */
  private boolean isComment(int start, int end) {
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      if (c == '#' || c == '*' || (c == '/' && at + 1 < end && text.charAt(at + 1) == '/')) {
        return true;
      }
    }
    return false;
  }

  private void codes(int start, int end, List<String> out) {
    var codes = CODES.matcher(text).region(start, end);
    if (codes.lookingAt()) {
      out.add(codes.group());
    }
  }

  /** Whether a comment in the text silences {@code diagnostic}, which is about that text. */
  boolean covers(Diagnostic diagnostic) {
    if (ofFile.isEmpty() && ofLines.isEmpty()) {
      return false;
    }
    var code = diagnostic.code();
    int line = lines.position(diagnostic.span().start()).line();
    if (names(ofFile, code) || silences(line, code)) {
      return true;
    }
    for (int above = line - 1; above >= 0 && isCommentOnly(above); above--) {
      if (silences(above, code)) {
        return true;
      }
    }
    return false;
  }

  private boolean isCommentOnly(int line) {
    return COMMENT_ONLY.matcher(lines.line(line).of(text)).matches();
  }

  private boolean silences(int line, String code) {
    return names(ofLines.getOrDefault(line, List.of()), code);
  }

  private static boolean names(List<String> comments, String code) {
    return comments.stream().anyMatch(codes -> codes.contains(code));
  }
}
