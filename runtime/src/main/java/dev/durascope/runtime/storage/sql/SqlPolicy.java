package dev.durascope.runtime.storage.sql;

import dev.durascope.runtime.storage.sql.SqlToken.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What user code may say in SQL: what the platform's authorizer allows, judged by the text.
 *
 * <p>The driver has no authorizer, so a statement is judged before SQLite sees it. That is sound
 * because SQL has no way to make a name at run time: whatever a statement touches, its text names.
 * A reserved table can only be reached by a text that contains {@code _cf_}; for one that does, and
 * may still be harmless, the answer is {@link Verdict.UnlessReservedTable}, and SQLite's own plan
 * decides. Definitions of views, triggers and virtual tables that mention a reserved name are
 * refused outright, so that no later statement reaches one through them; workerd refuses at their
 * first use.
 *
 * <p>A statement that is no SQL at all is allowed: SQLite explains best what is wrong with it.
 */
public final class SqlPolicy {
  /** What SQLite says when an authorizer refuses. */
  public static final String NOT_AUTHORIZED = "not authorized: SQLITE_AUTH";

  /** The words of the platform. */
  static final String NO_TRANSACTIONS =
      "To execute a transaction, please use the state.storage.transaction() or"
          + " state.storage.transactionSync() APIs instead of the SQL BEGIN TRANSACTION or"
          + " SAVEPOINT statements. The JavaScript API is safer because it will automatically roll"
          + " back on exceptions, and because it interacts correctly with Durable Objects'"
          + " automatic atomic write coalescing.";

  private static final String PREFIX = "_cf_";
  private static final Set<String> TRANSACTIONS =
      Set.of("BEGIN", "COMMIT", "END", "ROLLBACK", "SAVEPOINT", "RELEASE");
  private static final Set<String> TEMPORARY = Set.of("TEMP", "TEMPORARY");
  private static final Set<String> MODULES = Set.of("fts5", "fts5vocab", "rtree", "rtree_i32");
  private static final Set<String> BEFORE_TABLES = Set.of("FROM", "JOIN");

  private static final Verdict ALLOWED = new Verdict.Allowed();
  private static final Verdict REFUSED = new Verdict.Refused(NOT_AUTHORIZED);

  private SqlPolicy() {}

  /** Whether a table, index, view or trigger of this name belongs to the platform. */
  public static boolean isReserved(String name) {
    return name.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
  }

  /** Judges a statement. */
  public static Verdict judge(SqlStatement statement) {
    List<SqlToken> body = statement.body();
    if (body.isEmpty()) {
      return ALLOWED;
    }
    SqlToken first = body.getFirst();
    if (first.isOneOf(TRANSACTIONS)) {
      return isTransaction(body) ? new Verdict.Refused(NO_TRANSACTIONS) : ALLOWED;
    }
    if (first.is("ATTACH") || first.is("DETACH")) {
      return REFUSED;
    }
    if (first.is("PRAGMA")) {
      return SqlPragmas.isAllowed(body) ? ALLOWED : REFUSED;
    }
    boolean mentions = mentionsReserved(statement.text());
    if (first.is("CREATE") || first.is("DROP") || first.is("ALTER") || first.is("REINDEX")) {
      Verdict definition = definition(body, mentions);
      if (definition instanceof Verdict.Refused) {
        return definition;
      }
    }
    if (readsForbiddenPragma(body, mentions)) {
      return REFUSED;
    }
    Optional<String> refusal = SqlFunctions.refusal(statement);
    if (refusal.isPresent()) {
      return new Verdict.Refused(refusal.get());
    }
    return mentions && !statement.definesSchema() ? new Verdict.UnlessReservedTable() : ALLOWED;
  }

  /** As opposed to what SQLite will call a syntax error. */
  private static boolean isTransaction(List<SqlToken> body) {
    SqlToken first = body.getFirst();
    if (first.is("SAVEPOINT") || first.is("RELEASE")) {
      return body.size() > 1;
    }
    return body.size() == 1
        || Set.of("TRANSACTION", "DEFERRED", "IMMEDIATE", "EXCLUSIVE", "TO", "SAVEPOINT")
            .contains(body.get(1).text().toUpperCase(Locale.ROOT));
  }

  private static boolean mentionsReserved(String text) {
    return text.toLowerCase(Locale.ROOT).contains(PREFIX);
  }

  private static Verdict definition(List<SqlToken> body, boolean mentions) {
    if (body.getFirst().is("CREATE") && body.size() > 1 && body.get(1).isOneOf(TEMPORARY)) {
      return REFUSED;
    }
    for (int i = 0; i + 1 < body.size(); i++) {
      boolean temporary = body.get(i).value().equalsIgnoreCase("temp") && body.get(i).mayBeName();
      if (temporary && body.get(i + 1).isSymbol(".")) {
        return REFUSED;
      }
    }
    boolean virtual = body.size() > 2 && body.get(1).is("VIRTUAL");
    if (virtual && !usesAllowedModule(body)) {
      return REFUSED;
    }
    if (!mentions) {
      return ALLOWED;
    }
    boolean contains =
        virtual
            || body.stream().anyMatch(token -> token.is("VIEW") || token.is("TRIGGER"))
            || body.stream().anyMatch(token -> token.is("SELECT"));
    return contains || namesReserved(body) ? REFUSED : ALLOWED;
  }

  private static boolean usesAllowedModule(List<SqlToken> body) {
    for (int i = 0; i + 1 < body.size(); i++) {
      if (body.get(i).is("USING")) {
        return MODULES.contains(body.get(i + 1).value().toLowerCase(Locale.ROOT));
      }
    }
    return true;
  }

  /** Whether a table or an index is defined, or altered, or referred to, under a reserved name. */
  private static boolean namesReserved(List<SqlToken> body) {
    Set<String> before =
        Set.of("TABLE", "INDEX", "EXISTS", "ON", "TO", "REFERENCES", "VIEW", "TRIGGER", "REINDEX");
    for (int i = 1; i < body.size(); i++) {
      SqlToken previous = body.get(i - 1);
      boolean name = previous.isOneOf(before) || previous.isSymbol(".");
      if (name && body.get(i).mayBeName() && isReserved(body.get(i).value())) {
        return true;
      }
    }
    return false;
  }

  /** Pragmas are tables, too: {@code pragma_table_info('t')}. */
  private static boolean readsForbiddenPragma(List<SqlToken> body, boolean mentions) {
    for (int i = 1; i < body.size(); i++) {
      SqlToken token = body.get(i);
      String name = token.value().toLowerCase(Locale.ROOT);
      if (!token.mayBeName() || !name.startsWith("pragma_")) {
        continue;
      }
      SqlToken before = body.get(i - 1);
      boolean table =
          before.isOneOf(BEFORE_TABLES) || before.kind() == Kind.SYMBOL || before.is("IN");
      if (table && token.kind() != Kind.STRING && !SqlPragmas.isAllowedTable(name)) {
        return true;
      }
      if (table && mentions && argumentsNameReserved(body, i + 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean argumentsNameReserved(List<SqlToken> body, int at) {
    for (int i = at; i < body.size() && !body.get(i).isSymbol(")"); i++) {
      if (body.get(i).mayBeName() && isReserved(body.get(i).value())) {
        return true;
      }
    }
    return false;
  }
}
