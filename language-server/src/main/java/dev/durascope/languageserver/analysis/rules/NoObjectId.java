package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Fix;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.modules.Expression;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** JS19: {@code idFromString} of a text that is not 64 hexadecimal digits. */
final class NoObjectId implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "JS19",
          Severity.ERROR,
          "A literal is no Durable Object id",
          """
          `idFromString` takes what an id's `toString()` gave, 64 hexadecimal digits, and throws \
          otherwise: *Invalid Durable Object ID: must be 64 hex digits*. For a name use \
          `idFromName`.
          """,
          """
          main = "src/literal.js" # which calls env.ROOM.idFromString("lobby")
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{64}");

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    ObjectCalls.each(
        subject,
        "idFromString",
        (source, call) -> {
          if (call.argument(0).orElse(null) instanceof Expression.Text id
              && !ID.matcher(id.value()).matches()) {
            out.accept(
                new Diagnostic(
                        KIND,
                        ObjectCalls.at(source, id.inside()),
                        "Invalid Durable Object ID: must be 64 hex digits")
                    .with(
                        new Fix(
                            "Use idFromName",
                            ObjectCalls.at(source, call.method().span()),
                            "idFromName")));
          }
        });
  }
}
