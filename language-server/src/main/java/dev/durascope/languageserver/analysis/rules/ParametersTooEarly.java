package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.modules.Expression;
import dev.durascope.model.text.Span;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** JS10: a parameter before the last statement of {@code sql.exec}. */
final class ParametersTooEarly implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "JS10",
          Severity.ERROR,
          "Parameters stand before the last statement",
          """
          `sql.exec` runs all statements but the last one at once, with no values bound: *When \
          executing multiple SQL statements in a single call, only the last statement can have \
          parameters.* Make a call of each statement that has a `?`.
          """,
          """
          //- /wrangler.toml
          main = "src/index.js"
          //- /src/index.js
          export class Room {
            add(name) {
              this.ctx.storage.sql.exec("INSERT INTO users VALUES (?); SELECT * FROM users", name);
            }
          }
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  private static final Pattern TRIGGER =
      Pattern.compile("\\bCREATE\\s+(TEMP(ORARY)?\\s+)?TRIGGER\\b", Pattern.CASE_INSENSITIVE);

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    ObjectCalls.each(
        subject,
        "exec",
        (source, call) -> {
          if (ObjectCalls.isOnSql(call)
              && call.argument(0).orElse(null) instanceof Expression.Text sql
              && !TRIGGER.matcher(sql.value()).find()) {
            var statements = SqlStatements.read(sql.value()).parameters();
            for (int i = 0; i < statements.size() - 1; i++) {
              for (int at : statements.get(i).stream().limit(1).toList()) {
                int start = sql.inside().start() + at;
                out.accept(
                    new Diagnostic(
                        KIND,
                        ObjectCalls.at(source, new Span(start, start + 1)),
                        "When executing multiple SQL statements in a single call, only the last"
                            + " statement can have parameters."));
              }
            }
          }
        });
  }
}
