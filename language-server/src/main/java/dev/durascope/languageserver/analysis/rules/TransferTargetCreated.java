package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.config.MigrationStep;
import java.util.function.Consumer;

/** MIG11: a transfer to a class that is alive. */
final class TransferTargetCreated implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "MIG11",
          Severity.ERROR,
          "The target of a transfer exists",
          """
          A transfer takes the objects of another Worker's class over to the new name, so that \
          name must not have a class yet: not from an earlier step, and not by \
          `new_sqlite_classes` beside the transfer. Cloudflare refuses the migration. Leave the \
          name out of the created classes: the transfer creates it.
          """,
          """
          [[migrations]]
          tag = "v2"
          new_sqlite_classes = ["ChatRoom"]
          transferred_classes = [{ from = "Room", from_script = "old-chat", to = "ChatRoom" }]
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
          MigrationStep::transferred,
          (to, other) ->
              out.accept(
                  new Diagnostic(
                          KIND,
                          subject.at(to.span()),
                          "\"%s\" is created by a migration too: the transfer alone creates it"
                              .formatted(to.value()))
                      .relatedTo(subject.at(other.span()), "it is created here")));
    }
  }
}
