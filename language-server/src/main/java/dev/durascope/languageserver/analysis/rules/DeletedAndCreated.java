package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import java.util.function.Consumer;

/** MIG18: a class in {@code deleted_classes} and among the created ones of one step. */
final class DeletedAndCreated implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "MIG18",
          Severity.WARNING,
          "One migration deletes a class and creates it again",
          """
          The step deletes all objects of the class and starts it anew, empty. That is allowed, \
          and rarely meant; to move a class to another storage one creates a second class and \
          copies the data.
          """,
          """
          [[migrations]]
          tag = "v2"
          deleted_classes = ["Room"]
          new_sqlite_classes = ["Room"]
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var steps : subject.histories()) {
      for (var step : steps) {
        for (var created : step.created()) {
          step.deleted().stream()
              .filter(deleted -> deleted.value().equals(created.value()))
              .findFirst()
              .ifPresent(
                  deleted ->
                      out.accept(
                          new Diagnostic(
                                  KIND,
                                  subject.at(created.span()),
                                  "\"%s\" is deleted and created by one migration: all its data goes"
                                      .formatted(created.value()))
                              .relatedTo(subject.at(deleted.span()), "it is deleted here")));
        }
      }
    }
  }
}
