package dev.durascope.runtime.storage.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One statement.
 *
 * @param text from its first character to its semicolon, or to the end
 * @param tokens those of {@code text}, with places relative to it
 */
public record SqlStatement(String text, List<SqlToken> tokens) {
  private static final Set<String> WRITING = Set.of("INSERT", "REPLACE", "UPDATE", "DELETE");
  private static final Set<String> DEFINING = Set.of("CREATE", "DROP", "ALTER");

  /** Whether anything is executed by it: a text may also have nothing but comments. */
  public boolean isEmpty() {
    return tokens.isEmpty();
  }

  /** How many tokens make up {@code EXPLAIN} or {@code EXPLAIN QUERY PLAN}. */
  int prefix() {
    if (tokens.isEmpty() || !tokens.getFirst().is("EXPLAIN")) {
      return 0;
    }
    return tokens.size() > 2 && tokens.get(1).is("QUERY") && tokens.get(2).is("PLAN") ? 3 : 1;
  }

  /** The tokens without {@code EXPLAIN}. */
  List<SqlToken> body() {
    return tokens.subList(prefix(), tokens.size());
  }

  /** Whether the first word after {@code EXPLAIN} is this one. */
  boolean begins(String word) {
    List<SqlToken> body = body();
    return !body.isEmpty() && body.getFirst().is(word);
  }

  /** Whether it changes tables, indexes, views or triggers themselves. */
  public boolean definesSchema() {
    return prefix() == 0 && !tokens.isEmpty() && tokens.getFirst().isOneOf(DEFINING);
  }

  /** Whether it may write to the database: false only where it certainly does not. */
  public boolean mayWrite() {
    if (tokens.isEmpty() || prefix() > 0 || begins("PRAGMA")) {
      return false;
    }
    if (begins("SELECT") || begins("VALUES")) {
      return false;
    }
    return !begins("WITH") || tokens.stream().anyMatch(token -> token.isOneOf(WRITING));
  }

  /**
   * Whether it needs the pending transaction: it writes, or sets what is for one transaction only.
   */
  public boolean needsTransaction() {
    return mayWrite()
        || (begins("PRAGMA")
            && tokens.stream().anyMatch(token -> token.is("DEFER_FOREIGN_KEYS"))
            && tokens.stream().anyMatch(token -> token.isSymbol("=") || token.isSymbol("(")));
  }

  /** Whether it reads or changes rows, rather than the schema or a setting. */
  public boolean isQuery() {
    return begins("SELECT")
        || begins("VALUES")
        || begins("WITH")
        || (!body().isEmpty() && body().getFirst().isOneOf(WRITING));
  }

  /** Whether it only reads rows. */
  public boolean isSelect() {
    return isQuery() && tokens.stream().noneMatch(token -> token.isOneOf(WRITING));
  }

  /** The statement that follows {@code tokens} of a longer text, beginning at {@code from}. */
  static SqlStatement of(String whole, int from, int to, List<SqlToken> tokens) {
    List<SqlToken> moved = new ArrayList<>();
    for (SqlToken token : tokens) {
      moved.add(new SqlToken(token.kind(), token.start() - from, token.end() - from, token.text()));
    }
    return new SqlStatement(whole.substring(from, to), List.copyOf(moved));
  }
}
