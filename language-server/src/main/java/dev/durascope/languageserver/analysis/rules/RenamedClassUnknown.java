package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import java.util.function.Consumer;

/**
 * MIG08: a rename of a class that no earlier step knows, in a history that begins at its beginning.
 */
final class RenamedClassUnknown implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "MIG08",
          Severity.WARNING,
          "A class is renamed that was never created",
          """
          Nothing before this step creates the class that is renamed: most likely its name is \
          misspelt. `wrangler dev` does not start with it. Histories whose first tags were cut off \
          are fine and not reported.
          """,
          """
          [[migrations]]
          tag = "v1"
          new_sqlite_classes = ["Room"]

          [[migrations]]
          tag = "v2"
          renamed_classes = [{ from = "Rooom", to = "ChatRoom" }]
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var steps : subject.histories()) {
      KnownClasses.walk(
          steps,
          (step, known) -> {
            for (var move : step.renamed()) {
              move.from()
                  .filter(from -> !known.alive().contains(from.value()))
                  .ifPresent(
                      from ->
                          out.accept(
                              new Diagnostic(
                                  KIND,
                                  subject.at(from.span()),
                                  "\"%s\" is renamed, but %s"
                                      .formatted(from.value(), known.absence(from.value())))));
            }
          });
    }
  }
}
