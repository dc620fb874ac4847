package dev.durascope.languageserver.analysis.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * A text of SQL cut at its semicolons, with the places of its parameters.
 *
 * <p>Strings, quoted names and comments are stepped over. Nothing else is understood: the body of a
 * trigger is cut, too.
 *
 * @param parameters for each statement that is more than blanks, where its {@code ?} stand
 */
record SqlStatements(List<List<Integer>> parameters) {

  SqlStatements {
    parameters = List.copyOf(parameters);
  }

  static SqlStatements read(String sql) {
    var statements = new ArrayList<List<Integer>>();
    var here = new ArrayList<Integer>();
    boolean empty = true;
    int at = 0;
    while (at < sql.length()) {
      char c = sql.charAt(at);
      if (sql.startsWith("--", at)) {
        at = after(sql, "\n", at);
      } else if (sql.startsWith("/*", at)) {
        at = after(sql, "*/", at + 2);
      } else if (c == ';') {
        if (!empty) {
          statements.add(List.copyOf(here));
        }
        here.clear();
        empty = true;
        at++;
      } else {
        empty &= Character.isWhitespace(c);
        if (c == '?') {
          here.add(at);
        }
        at = isQuote(c) ? after(sql, c == '[' ? "]" : String.valueOf(c), at + 1) : at + 1;
      }
    }
    if (!empty) {
      statements.add(List.copyOf(here));
    }
    return new SqlStatements(statements);
  }

  private static boolean isQuote(char c) {
    return c == '\'' || c == '"' || c == '`' || c == '[';
  }

  private static int after(String sql, String end, int from) {
    int found = sql.indexOf(end, from);
    return found < 0 ? sql.length() : found + end.length();
  }
}
