package dev.durascope.languageserver.feature;

import dev.durascope.model.config.WranglerConfig;
import dev.durascope.model.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of a configuration's text, in TOML or JSON, comments included and blanks left out.
 *
 * <p>The tree of a configuration has its values; this has what stands between them. Every character
 * that is no blank is in exactly one token, whatever the text, so what is written back from the
 * tokens loses nothing.
 */
final class ConfigTokens {

  enum Kind {
    COMMENT,
    /** With its quotes; of several lines, perhaps. */
    STRING,
    /** A number, a date, a name without quotes, with the dots in it. */
    WORD,
    OPEN,
    CLOSE,
    COMMA,
    /** TOML's {@code =}, JSON's {@code :}. */
    ASSIGN
  }

  record Token(Kind kind, Span span) {}

  private static final int QUOTES = 3;

  private final String text;
  private final boolean toml;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private ConfigTokens(String text, boolean toml) {
    this.text = text;
    this.toml = toml;
  }

  /** In the order of the text. */
  static List<Token> of(WranglerConfig config) {
    var reader = new ConfigTokens(config.document().text(), config.isToml());
    reader.read();
    return List.copyOf(reader.tokens);
  }

  private void read() {
    if (text.startsWith("\uFEFF")) {
      at = 1;
    }
    while (at < text.length()) {
      if (isBlank(text.charAt(at))) {
        at++;
      } else {
        int start = at;
        var kind = token();
        tokens.add(new Token(kind, new Span(start, at)));
      }
    }
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  private Kind token() {
    char c = text.charAt(at);
    if (beginsComment()) {
      comment();
      return Kind.COMMENT;
    }
    return switch (c) {
      case '"' -> string(c);
      case '\'' -> toml ? string(c) : word();
      case '[', '{' -> one(Kind.OPEN);
      case ']', '}' -> one(Kind.CLOSE);
      case ',' -> one(Kind.COMMA);
      default -> c == assign() ? one(Kind.ASSIGN) : word();
    };
  }

  private char assign() {
    return toml ? '=' : ':';
  }

  private Kind one(Kind kind) {
    at++;
    return kind;
  }

  private boolean beginsComment() {
    return toml ? text.charAt(at) == '#' : text.startsWith("//", at) || text.startsWith("/*", at);
  }

  private void comment() {
    if (text.startsWith("/*", at) && !toml) {
      int close = text.indexOf("*/", at + 2);
      at = close < 0 ? text.length() : close + 2;
      return;
    }
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
    while (isBlank(text.charAt(at - 1))) {
      at--;
    }
  }

  private Kind string(char quote) {
    var fence = String.valueOf(quote).repeat(QUOTES);
    boolean several = toml && text.startsWith(fence, at);
    boolean escapes = quote == '"';
    at += several ? QUOTES : 1;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (several ? text.startsWith(fence, at) : c == quote) {
        at += several ? QUOTES : 1;
        // Up to two more quotes belong to the text: """a"""" is a".
        for (int more = 0; several && more < 2 && at < text.length(); more++) {
          at += text.charAt(at) == quote ? 1 : 0;
        }
        return Kind.STRING;
      }
      if (!several && (c == '\n' || c == '\r')) {
        return Kind.STRING;
      }
      at = Math.min(at + (c == '\\' && escapes ? 2 : 1), text.length());
    }
    return Kind.STRING;
  }

  private Kind word() {
    do {
      at++;
    } while (at < text.length() && !endsWord());
    return Kind.WORD;
  }

  private boolean endsWord() {
    char c = text.charAt(at);
    return isBlank(c) || "\"'[]{},".indexOf(c) >= 0 || c == assign() || beginsComment();
  }
}
