package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import java.util.List;
import java.util.function.Consumer;

/** MIG04: an item of {@code transferred_classes} that lacks a name. */
final class TransferShape implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "MIG04",
          Severity.ERROR,
          "A transferred class is not written as from, from_script and to",
          """
          `transferred_classes` is a list of tables, each with the strings `from`, `from_script` \
          (the Worker that has the class now) and `to`. wrangler refuses anything else.
          """,
          """
          [[migrations]]
          tag = "v2"
          transferred_classes = [{ from = "Room", to = "Room" }]
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var steps : subject.histories()) {
      for (var step : steps) {
        for (var move : step.transferred()) {
          if (MoveShape.isBroken(subject, move, List.of("from", "from_script", "to"))) {
            out.accept(
                new Diagnostic(
                    KIND,
                    subject.at(move.node().anchor()),
                    "Expected \"transferred_classes\" to be an array of \"{from: string,"
                        + " from_script: string, to: string}\" objects"));
          }
        }
      }
    }
  }
}
