package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.modules.Expression;
import dev.durascope.model.text.Span;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** JS11: a name that begins with {@code _cf_} in {@code sql.exec}. */
final class ReservedTable implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "JS11",
          Severity.ERROR,
          "SQL touches a table of the platform",
          """
          Names that begin with `_cf_` are the platform's own: it keeps keys and alarms there, and \
          refuses to let SQL touch them. The key-value storage is reached by `storage.get` and \
          `storage.kv`.
          """,
          """
          main = "src/reserved.js" # which calls this.ctx.storage.sql.exec("SELECT * FROM _cf_KV")
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  private static final String PREFIX = "_cf_";

  private static final Pattern RESERVED =
      Pattern.compile(
          "(?i)\\b(FROM|INTO|UPDATE|JOIN|TABLE|INDEX)\\s+(IF\\s+(NOT\\s+)?EXISTS\\s+)?[\"`\\[]?(_cf_\\w*)");

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    ObjectCalls.each(
        subject,
        "exec",
        (source, call) -> {
          if (ObjectCalls.isOnSql(call)
              && call.argument(0).orElse(null) instanceof Expression.Text sql) {
            var found = RESERVED.matcher(sql.value());
            // Few statements have it, and the pattern is slow.
            if (sql.value().toLowerCase(Locale.ROOT).contains(PREFIX) && found.find()) {
              int start = sql.inside().start() + found.start(4);
              out.accept(
                  new Diagnostic(
                      KIND,
                      ObjectCalls.at(source, new Span(start, start + found.group(4).length())),
                      "access to %s is prohibited: names that begin with _cf_ are the platform's"
                          .formatted(found.group(4))));
            }
          }
        });
  }
}
