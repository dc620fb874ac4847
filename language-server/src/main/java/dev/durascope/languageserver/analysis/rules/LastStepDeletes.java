package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import java.util.function.Consumer;

/**
 * MIG19: a class that the last migration deletes: the one that is most likely still to be applied.
 */
final class LastStepDeletes implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "MIG19",
          Severity.WARNING,
          "A migration deletes a class with all its data",
          """
          `deleted_classes` deletes all objects of the class with everything that they have \
          stored, when it is deployed, and nothing brings it back. To keep the data under another \
          name use `renamed_classes`.
          """,
          """
          [[migrations]]
          tag = "v1"
          new_sqlite_classes = ["Room"]

          [[migrations]]
          tag = "v2"
          deleted_classes = ["Room"]
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var steps : subject.histories()) {
      if (steps.isEmpty()) {
        continue;
      }
      var last = steps.getLast();
      for (var name : last.deleted()) {
        boolean createdAnew =
            last.created().stream().anyMatch(created -> created.value().equals(name.value()));
        if (!createdAnew) {
          out.accept(
              new Diagnostic(
                  KIND,
                  subject.at(name.span()),
                  "Deploying this deletes all objects of \"%s\" with their data"
                      .formatted(name.value())));
        }
      }
    }
  }
}
