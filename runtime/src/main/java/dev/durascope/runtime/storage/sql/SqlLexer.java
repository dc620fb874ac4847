package dev.durascope.runtime.storage.sql;

import dev.durascope.runtime.storage.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes SQL text apart as SQLite's tokenizer does. Whether the tokens make sense is SQLite's to
 * say; what matters here is never to see a name where SQLite sees a comment, or the other way
 * round.
 *
 * @see <a href="https://www.sqlite.org/lang.html">SQL as SQLite understands it</a>
 */
final class SqlLexer {
  private final String text;
  private final List<SqlToken> tokens = new ArrayList<>();
  private int at;

  private SqlLexer(String text) {
    this.text = text;
  }

  static List<SqlToken> tokens(String text) {
    var lexer = new SqlLexer(text);
    while (lexer.at < text.length()) {
      lexer.next();
    }
    return lexer.tokens;
  }

  static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  private void next() {
    int start = at;
    char c = text.charAt(at);
    if (isSpace(c)) {
      at++;
    } else if (text.startsWith("--", at)) {
      int end = text.indexOf('\n', at);
      at = end < 0 ? text.length() : end;
    } else if (text.startsWith("/*", at) && at + 2 < text.length()) {
      int end = text.indexOf("*/", at + 2);
      at = end < 0 ? text.length() : end + 2;
    } else if (c == '\'' || c == '"' || c == '`') {
      quoted(start, c);
    } else if (c == '[') {
      int end = text.indexOf(']', at);
      at = end < 0 ? text.length() : end + 1;
      add(end < 0 ? Kind.ILLEGAL : Kind.QUOTED, start);
    } else if ((c == 'x' || c == 'X') && at + 1 < text.length() && text.charAt(at + 1) == '\'') {
      blob(start);
    } else if (isDigit(c) || (c == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1)))) {
      number(start);
    } else if (c == '?') {
      at++;
      skipWhileDigits();
      add(Kind.VARIABLE, start);
    } else if (c == ':' || c == '@' || c == '#' || c == '$') {
      variable(start);
    } else if (isWordCharacter(c)) {
      skipWord();
      add(Kind.WORD, start);
    } else {
      symbol(start);
    }
  }

  private void quoted(int start, char quote) {
    at++;
    while (at < text.length()) {
      if (text.charAt(at) == quote) {
        if (at + 1 < text.length() && text.charAt(at + 1) == quote) {
          at++;
        } else {
          at++;
          add(quote == '\'' ? Kind.STRING : Kind.QUOTED, start);
          return;
        }
      }
      at++;
    }
    add(Kind.ILLEGAL, start);
  }

  private void blob(int start) {
    int end = text.indexOf('\'', at + 2);
    at = end < 0 ? text.length() : end + 1;
    boolean hexadecimal = end >= 0 && (end - start) % 2 == 0;
    for (int i = start + 2; hexadecimal && i < end; i++) {
      hexadecimal = Character.digit(text.charAt(i), 16) >= 0 && text.charAt(i) < 0x80;
    }
    add(hexadecimal ? Kind.LITERAL : Kind.ILLEGAL, start);
  }

  private void number(int start) {
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean sign = (c == '+' || c == '-') && "eE".indexOf(text.charAt(at - 1)) >= 0;
      boolean hexadecimal = text.startsWith("0x", start) || text.startsWith("0X", start);
      if (!isWordCharacter(c) && c != '.' && !(sign && !hexadecimal)) {
        break;
      }
      at++;
    }
    add(Kind.LITERAL, start);
  }

  private void variable(int start) {
    at++;
    while (at < text.length()) {
      if (isWordCharacter(text.charAt(at))) {
        at++;
      } else if (text.startsWith("::", at)) {
        at += 2;
      } else if (text.charAt(at) == '(' && at > start + 1) {
        int end = text.indexOf(')', at);
        if (end < 0) {
          break;
        }
        at = end + 1;
        break;
      } else {
        break;
      }
    }
    add(at > start + 1 ? Kind.VARIABLE : Kind.ILLEGAL, start);
  }

  private void symbol(int start) {
    for (String symbol : List.of("->>", "->", "||", "<=", ">=", "<>", "<<", ">>", "==", "!=")) {
      if (text.startsWith(symbol, at)) {
        at += symbol.length();
        add(Kind.SYMBOL, start);
        return;
      }
    }
    char c = text.charAt(at++);
    if (c == ';') {
      add(Kind.SEMICOLON, start);
    } else {
      add("()+-*/%=<>,&|~.".indexOf(c) >= 0 ? Kind.SYMBOL : Kind.ILLEGAL, start);
    }
  }

  private void skipWord() {
    while (at < text.length() && isWordCharacter(text.charAt(at))) {
      at++;
    }
  }

  private void skipWhileDigits() {
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
  }

  private void add(Kind kind, int start) {
    tokens.add(new SqlToken(kind, start, at, text.substring(start, at)));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Every character beyond ASCII is part of a word. */
  private static boolean isWordCharacter(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || isDigit(c)
        || c == '_'
        || c == '$'
        || c >= 0x80;
  }
}
