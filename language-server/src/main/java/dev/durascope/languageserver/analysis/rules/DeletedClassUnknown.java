package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import java.util.function.Consumer;

/**
 * MIG07: a deletion of a class that no earlier step knows, in a history that begins at its
 * beginning.
 */
final class DeletedClassUnknown implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "MIG07",
          Severity.WARNING,
          "A class is deleted that was never created",
          """
          Nothing before this step creates the class: most likely its name is misspelt, and the \
          class that was meant lives on. Histories whose first tags were cut off are fine and not \
          reported.
          """,
          """
          [[migrations]]
          tag = "v1"
          new_sqlite_classes = ["Room"]

          [[migrations]]
          tag = "v2"
          deleted_classes = ["Rooom"]
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
            for (var name : step.deleted()) {
              if (!known.alive().contains(name.value())) {
                out.accept(
                    new Diagnostic(
                        KIND,
                        subject.at(name.span()),
                        "\"%s\" is deleted, but %s"
                            .formatted(name.value(), known.absence(name.value()))));
              }
            }
          });
    }
  }
}
