package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Fix;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import java.util.function.Consumer;

/** JS18: {@code newUniqueID()}, as some guides have it. */
final class MisspeltUniqueId implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "JS18",
          Severity.ERROR,
          "newUniqueId is misspelt",
          """
          The method is `newUniqueId`, with a small d: the other one does not exist, and the call \
          throws a TypeError. The quick-fix mends it.
          """,
          """
          main = "src/unique.js" # which calls env.ROOM.newUniqueID()
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    ObjectCalls.each(
        subject,
        "newUniqueID",
        (source, call) -> {
          var place = ObjectCalls.at(source, call.method().span());
          out.accept(
              new Diagnostic(KIND, place, "The method is called newUniqueId")
                  .with(new Fix("Replace by \"newUniqueId\"", place, "newUniqueId")));
        });
  }
}
