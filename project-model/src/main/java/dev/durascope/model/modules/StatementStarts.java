package dev.durascope.model.modules;

import java.util.regex.Pattern;

/**
 * Where in a module a statement begins, as far as that can be seen without parsing: most of them
 * begin a line, with a word that nothing but a statement begins with, or with a call or an
 * assignment. Yes is certain enough to look for a statement there; no says nothing.
 */
public final class StatementStarts {

  private static final Pattern KEYWORD =
      Pattern.compile(
          "(?:const|let|var|return|if|for|while|do|switch|throw|try|break|continue)(?![\\w$:(])"
              + "|(?:if|for|while|switch)\\(|(?:await|yield|delete|void|new)\\s+[\\w$]");

  /** With braces it could be a method, whose name begins it. */
  private static final Pattern CALL_OR_ASSIGNMENT =
      Pattern.compile(
          "[\\w$]+(?:\\??\\.#?[\\w$]+)*(?:\\([^{}]*\\)[^{}]*|\\s*[-+*/|&?]{0,2}=[^=>].*)");

  private static final Pattern PATH_CALL = Pattern.compile("[\\w$]+(?:\\??\\.#?[\\w$]+)+\\(.*");

  /** A longer line is no one's writing, and takes long to look at. */
  private static final int MAX_LINE = 400;

  private StatementStarts() {}

  /** Whether a statement surely begins at an offset of a JavaScript module. */
  public static boolean begin(String text, int offset) {
    int lineStart = text.lastIndexOf('\n', offset - 1) + 1;
    int newline = text.indexOf('\n', offset);
    int lineEnd = newline < 0 ? text.length() : newline;
    if (lineEnd - lineStart > MAX_LINE
        || !text.substring(lineStart, offset).isBlank()
        || !endsSomething(text, lineStart)) {
      return false;
    }
    var rest = text.substring(offset, lineEnd).strip();
    return KEYWORD.matcher(rest).lookingAt()
        || PATH_CALL.matcher(rest).matches()
        || CALL_OR_ASSIGNMENT.matcher(rest).matches();
  }

  /** Whether what is before the line does not go on in it. */
  private static boolean endsSomething(String text, int lineStart) {
    int before = lineStart - 1;
    while (before >= 0 && Character.isWhitespace(text.charAt(before))) {
      before--;
    }
    return before < 0 || ";}{".indexOf(text.charAt(before)) >= 0;
  }
}
