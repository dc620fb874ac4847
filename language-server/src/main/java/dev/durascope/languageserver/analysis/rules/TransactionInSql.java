package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.modules.Expression;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * JS09: {@code BEGIN}, {@code COMMIT}, {@code ROLLBACK} or {@code SAVEPOINT} in {@code sql.exec}.
 */
final class TransactionInSql implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "JS09",
          Severity.ERROR,
          "A transaction is begun by SQL",
          """
          The runtime refuses: *To execute a transaction, please use the \
          state.storage.transaction() or state.storage.transactionSync() APIs…* Statements without \
          an `await` between them are atomic without any transaction.
          """,
          """
          main = "src/begin.js" # which calls this.ctx.storage.sql.exec("BEGIN")
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  private static final Pattern TRANSACTION =
      Pattern.compile(
          "(?is)(^|;)\\s*(BEGIN(\\s+(TRANSACTION|DEFERRED|IMMEDIATE|EXCLUSIVE)\\b|\\s*(;|$))|COMMIT\\b|ROLLBACK\\b|SAVEPOINT\\b|RELEASE\\b)");

  /** Without one of them there is none. */
  private static final List<String> WORDS =
      List.of("begin", "commit", "rollback", "savepoint", "release");

  /** What has no say: strings, quoted names and comments. */
  private static final Pattern QUOTED =
      Pattern.compile("(?s)'[^']*'|\"[^\"]*\"|--[^\\n]*|/\\*.*?\\*/");

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    ObjectCalls.each(
        subject,
        "exec",
        (source, call) -> {
          if (ObjectCalls.isOnSql(call)
              && call.argument(0).orElse(null) instanceof Expression.Text sql
              && hasTransaction(sql.value())) {
            out.accept(
                new Diagnostic(
                    KIND,
                    ObjectCalls.at(source, call.method().span()),
                    "To execute a transaction, please use the state.storage.transaction() or"
                        + " state.storage.transactionSync() APIs"));
          }
        });
  }

  /** The patterns are slow, and few statements have any of these words. */
  private static boolean hasTransaction(String sql) {
    var lower = sql.toLowerCase(Locale.ROOT);
    return WORDS.stream().anyMatch(lower::contains)
        && TRANSACTION.matcher(QUOTED.matcher(sql).replaceAll(" ")).find();
  }
}
