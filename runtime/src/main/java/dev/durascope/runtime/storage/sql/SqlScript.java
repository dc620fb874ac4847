package dev.durascope.runtime.storage.sql;

import dev.durascope.runtime.storage.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * A text of one or more statements, cut where SQLite ends one: at a semicolon that is not inside a
 * trigger's body.
 *
 * <p>If something but white space follows the last semicolon, it is one more statement, even if it
 * is only a comment: an empty one, which cannot be executed.
 */
public record SqlScript(List<SqlStatement> statements) {

  /** Cuts a text. */
  public static SqlScript of(String text) {
    List<SqlToken> tokens = SqlLexer.tokens(text);
    List<SqlStatement> statements = new ArrayList<>();
    int from = skipSpace(text, 0);
    int first = 0;
    while (from < text.length()) {
      int end = end(tokens, first);
      int to = end < tokens.size() ? tokens.get(end).end() : text.length();
      int last = Math.min(end + 1, tokens.size());
      List<SqlToken> own = withoutSemicolons(tokens.subList(first, last));
      statements.add(SqlStatement.of(text, from, to, own));
      first = last;
      from = skipSpace(text, to);
    }
    return new SqlScript(List.copyOf(statements));
  }

  private static List<SqlToken> withoutSemicolons(List<SqlToken> tokens) {
    int begin = 0;
    int end = tokens.size();
    while (begin < end && tokens.get(begin).kind() == Kind.SEMICOLON) {
      begin++;
    }
    while (end > begin && tokens.get(end - 1).kind() == Kind.SEMICOLON) {
      end--;
    }
    return tokens.subList(begin, end);
  }

  /** The semicolon that ends the statement that begins at token {@code first}. */
  private static int end(List<SqlToken> tokens, int first) {
    int at = first;
    while (at < tokens.size() && tokens.get(at).kind() == Kind.SEMICOLON) {
      at++;
    }
    boolean trigger = isTrigger(tokens, at);
    for (; at < tokens.size(); at++) {
      if (tokens.get(at).kind() == Kind.SEMICOLON && (!trigger || afterEnd(tokens, at))) {
        return at;
      }
    }
    return tokens.size();
  }

  /** A trigger's body ends with a semicolon, END and another semicolon. */
  private static boolean afterEnd(List<SqlToken> tokens, int at) {
    return at >= 2 && tokens.get(at - 1).is("END") && tokens.get(at - 2).kind() == Kind.SEMICOLON;
  }

  private static boolean isTrigger(List<SqlToken> tokens, int at) {
    int next = at;
    if (is(tokens, next, "EXPLAIN")) {
      next += is(tokens, next + 1, "QUERY") ? 3 : 1;
    }
    if (!is(tokens, next++, "CREATE")) {
      return false;
    }
    if (is(tokens, next, "TEMP") || is(tokens, next, "TEMPORARY")) {
      next++;
    }
    return is(tokens, next, "TRIGGER");
  }

  private static boolean is(List<SqlToken> tokens, int at, String word) {
    return at < tokens.size() && tokens.get(at).is(word);
  }

  private static int skipSpace(String text, int from) {
    int at = from;
    while (at < text.length() && SqlLexer.isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
