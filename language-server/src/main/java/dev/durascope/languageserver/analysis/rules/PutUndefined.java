package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.modules.Expression;
import java.util.function.Consumer;

/** JS06: {@code storage.put(key, undefined)}, or without a value. */
final class PutUndefined implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "JS06",
          Severity.ERROR,
          "undefined is stored",
          """
          The runtime refuses: *put() called with undefined value.* To remove a key call \
          `delete(key)`.
          """,
          """
          main = "src/undefined.js" # which calls this.ctx.storage.put("key", undefined)
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    ObjectCalls.each(
        subject,
        "put",
        (source, call) -> {
          boolean textKey = call.argument(0).orElse(null) instanceof Expression.Text;
          boolean absent = call.arguments().size() == 1 && textKey;
          boolean undefined =
              call.argument(1).orElse(null) instanceof Expression.Other other
                  && other.text().equals("undefined");
          if (ObjectCalls.isOnStorage(call) && (absent || undefined)) {
            out.accept(
                new Diagnostic(
                    KIND,
                    ObjectCalls.at(source, call.method().span()),
                    "put() called with undefined value."));
          }
        });
  }
}
