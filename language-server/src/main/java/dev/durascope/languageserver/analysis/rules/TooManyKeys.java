package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.modules.Expression;
import java.util.List;
import java.util.function.Consumer;

/** JS07: more than 128 literal keys or pairs in one call. */
final class TooManyKeys implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "JS07",
          Severity.ERROR,
          "One call names too many keys",
          """
          `get`, `put` and `delete` take at most 128 keys in one call: *Maximum number of key \
          value pairs is 128.* Several calls without an `await` between them are written as one \
          all the same.
          """,
          """
          main = "src/keys.js" # which calls this.ctx.storage.get([129 keys])
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  private static final int MAX_KEYS = 128;

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var method : List.of("get", "put", "delete")) {
      ObjectCalls.each(
          subject,
          method,
          (source, call) -> {
            int count =
                switch (call.argument(0).orElse(null)) {
                  case Expression.Items items -> items.items().size();
                  case Expression.Properties object -> object.properties().size();
                  case null, default -> 0;
                };
            if (ObjectCalls.isOnStorage(call) && count > MAX_KEYS) {
              out.accept(
                  new Diagnostic(
                      KIND,
                      ObjectCalls.at(source, call.method().span()),
                      "Maximum number of %s is %d. %d were provided."
                          .formatted(method.equals("put") ? "pairs" : "keys", MAX_KEYS, count)));
            }
          });
    }
  }
}
