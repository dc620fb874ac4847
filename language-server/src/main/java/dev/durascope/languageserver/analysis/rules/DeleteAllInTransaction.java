package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.config.Lifecycle;
import dev.durascope.model.modules.CodeFile.Call;
import dev.durascope.model.modules.Expression;
import dev.durascope.model.modules.SourceCode;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** JS08: {@code deleteAll} in the function that is given to {@code transaction}. */
final class DeleteAllInTransaction implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "JS08",
          Severity.ERROR,
          "deleteAll is called in a transaction",
          """
          `deleteAll()` drops the whole database, which no transaction can undo. The runtime \
          refuses: *Cannot call deleteAll() within a transaction*. Call it outside, or delete the \
          keys one by one.
          """,
          """
          //- /wrangler.toml
          main = "src/index.js"
          //- /src/index.js
          export class Room {
            async clear() {
              await this.ctx.storage.transaction(async (txn) => {
                txn.deleteAll();
              });
            }
          }
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  private static final Pattern PARAMETER =
      Pattern.compile("(?s)(?:async\\s*)?(?:function\\b[^(]*)?\\(?\\s*([\\w$]+).*");

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    ObjectCalls.each(
        subject,
        "transaction",
        (source, call) -> {
          if (ObjectCalls.isOnStorage(call)
              && call.argument(0).orElse(null) instanceof Expression.Other closure) {
            source.code().calls().stream()
                .filter(other -> other.method().value().equals("deleteAll"))
                .filter(other -> closure.span().encloses(other.span()))
                .filter(
                    other ->
                        other.receiver().equals(parameter(closure))
                            || (ObjectCalls.isOnStorage(other)
                                && isOnSqlite(subject, source, call)))
                .forEach(
                    other ->
                        out.accept(
                            new Diagnostic(
                                    KIND,
                                    ObjectCalls.at(source, other.method().span()),
                                    "Cannot call deleteAll() within a transaction")
                                .relatedTo(
                                    ObjectCalls.at(source, call.method().span()),
                                    "the transaction begins here")));
          }
        });
  }

  private static String parameter(Expression.Other closure) {
    var matcher = PARAMETER.matcher(closure.text());
    return matcher.matches() ? matcher.group(1) : "";
  }

  /** The storage of key-value classes, in production, has the call outside its transactions. */
  private static boolean isOnSqlite(Subject subject, SourceCode source, Call call) {
    var around = source.code().classAround(call.span());
    return around.isPresent()
        && !subject.views().isEmpty()
        && subject.views().stream()
            .allMatch(
                view ->
                    view.environment()
                        .lifecycle()
                        .find(around.get().name().value())
                        .filter(live -> live.storage() == Lifecycle.Storage.SQLITE)
                        .isPresent());
  }
}
