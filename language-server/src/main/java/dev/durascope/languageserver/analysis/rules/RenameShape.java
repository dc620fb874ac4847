package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import java.util.List;
import java.util.function.Consumer;

/** MIG03: an item of {@code renamed_classes} that lacks a name. */
final class RenameShape implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "MIG03",
          Severity.ERROR,
          "A renamed class is not written as from and to",
          """
          `renamed_classes` is a list of tables, each with a string `from` and a string `to`. \
          wrangler refuses anything else.
          """,
          """
          [[migrations]]
          tag = "v2"
          renamed_classes = ["Room"]
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var steps : subject.histories()) {
      for (var step : steps) {
        for (var move : step.renamed()) {
          if (MoveShape.isBroken(subject, move, List.of("from", "to"))) {
            out.accept(
                new Diagnostic(
                    KIND,
                    subject.at(move.node().anchor()),
                    "Expected \"renamed_classes\" to be an array of \"{from: string, to: string}\""
                        + " objects"));
          }
        }
      }
    }
  }
}
