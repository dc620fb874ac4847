package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.modules.CodeFile.Call;
import dev.durascope.model.modules.SourceCode;
import java.util.function.Consumer;

/** JS15: a {@code fetch} inside {@code blockConcurrencyWhile}. */
final class FetchBlocksAll implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "JS15",
          Severity.WARNING,
          "A fetch holds up all events of the object",
          """
          While `blockConcurrencyWhile` runs, nothing else is delivered to the object: all callers \
          wait for the other side's answer, and after 30 seconds the object is reset. Keep it for \
          what is in the object's own storage, and fetch outside of it.
          """,
          """
          //- /wrangler.toml
          main = "src/index.js"
          //- /src/index.js
          export class Room {
            constructor(ctx, env) {
              ctx.blockConcurrencyWhile(async () => {
                this.settings = await fetch("https://example.com/settings");
              });
            }
          }
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    ObjectCalls.each(
        subject,
        "blockConcurrencyWhile",
        (source, call) -> {
          if (ObjectCalls.isOnContext(call)) {
            source.code().calls().stream()
                .filter(other -> other.method().value().equals("fetch"))
                .filter(other -> other.receiver().isEmpty())
                .filter(other -> call.span().encloses(other.span()))
                .filter(other -> runsIn(source, call, other))
                .forEach(
                    other ->
                        out.accept(
                            new Diagnostic(
                                    KIND,
                                    ObjectCalls.at(source, other.method().span()),
                                    "All events of the object wait for this fetch")
                                .relatedTo(
                                    ObjectCalls.at(source, call.method().span()),
                                    "nothing else is delivered while this runs")));
          }
        });
  }

  /** Whether {@code inner} is in the function that is handed over, and in none that runs later. */
  private static boolean runsIn(SourceCode source, Call call, Call inner) {
    var flow = source.code().flow();
    return flow.functionAround(inner.span())
        .filter(function -> flow.isOneFunction(function, call.span()))
        .isPresent();
  }
}
