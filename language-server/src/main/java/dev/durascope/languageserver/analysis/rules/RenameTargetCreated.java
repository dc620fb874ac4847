package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.config.MigrationStep;
import java.util.function.Consumer;

/** MIG10: a rename to a class that is alive. */
final class RenameTargetCreated implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "MIG10",
          Severity.ERROR,
          "The target of a rename exists",
          """
          A rename takes the objects of the old class over to the new name, so that name must not \
          have a class yet: not from an earlier step, and not by `new_sqlite_classes` beside the \
          rename. Cloudflare refuses the migration. Leave the new name out of the created classes: \
          the rename creates it.
          """,
          """
          [[migrations]]
          tag = "v2"
          new_sqlite_classes = ["ChatRoom"]
          renamed_classes = [{ from = "Room", to = "ChatRoom" }]
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var steps : subject.histories()) {
      MoveTargets.walk(
          steps,
          MigrationStep::renamed,
          (to, other) ->
              out.accept(
                  new Diagnostic(
                          KIND,
                          subject.at(to.span()),
                          "\"%s\" is created by a migration too: the rename alone creates it"
                              .formatted(to.value()))
                      .relatedTo(subject.at(other.span()), "it is created here")));
    }
  }
}
