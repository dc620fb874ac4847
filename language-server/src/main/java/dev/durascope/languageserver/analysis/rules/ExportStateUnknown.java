package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Fix;
import dev.durascope.languageserver.analysis.NearestName;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.config.ExportEntry;
import dev.durascope.model.text.Located;
import java.util.List;
import java.util.function.Consumer;

/** EXP03: a {@code state} of no meaning. */
final class ExportStateUnknown implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "EXP03",
          Severity.ERROR,
          "An entry of exports has a state that there is not",
          """
          The state of a class is `"created"` (which may be left out), `"deleted"`, `"renamed"`, \
          `"transferred"` or `"expecting-transfer"`. wrangler refuses others.
          """,
          """
          [exports.Room]
          type = "durable-object"
          state = "removed"
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  private static final List<String> STATES =
      List.of("created", "deleted", "renamed", "transferred", "expecting-transfer");

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var view : subject.views()) {
      for (var entry : view.environment().exports()) {
        if (entry.isDurableObject()) {
          entry
              .fields()
              .string("state")
              .filter(state -> !STATES.contains(state.value()))
              .ifPresent(state -> report(subject, entry, state, out));
        }
      }
    }
  }

  private static void report(
      Subject subject, ExportEntry entry, Located<String> state, Consumer<Diagnostic> out) {
    var place = subject.at(state.span());
    var diagnostic =
        new Diagnostic(
            KIND,
            place,
            "\"exports.%s.state\" must be one of \"created\", \"deleted\", \"renamed\", \"transferred\", or \"expecting-transfer\" but got \"%s\"."
                .formatted(entry.className(), state.value()));
    out.accept(
        NearestName.of(state.value(), STATES)
            .map(near -> diagnostic.with(new Fix("Replace by \"" + near + "\"", place, near)))
            .orElse(diagnostic));
  }
}
