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
import java.util.Optional;
import java.util.function.Consumer;

/** EXP17: an entry of {@code exports} of no known type. */
final class ExportTypeUnknown implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "EXP17",
          Severity.ERROR,
          "An entry of exports has a type that there is not",
          """
          The `type` of an entry is `"durable-object"`, `"worker"` for an entrypoint, or `"workflow"`. wrangler \
          refuses others, and entries without.
          """,
          """
          [exports.Room]
          type = "durable_object"
          storage = "sqlite"
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  private static final List<String> TYPES = List.of("durable-object", "worker", "workflow");

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var view : subject.views()) {
      for (var entry : view.environment().exports()) {
        var type = entry.type();
        boolean wrong =
            type.map(text -> !TYPES.contains(text.value()))
                .orElse(subject.isComplete() && entry.fields().get("type").isEmpty());
        if (wrong) {
          report(subject, entry, type, out);
        }
      }
    }
  }

  private static void report(
      Subject subject,
      ExportEntry entry,
      Optional<Located<String>> type,
      Consumer<Diagnostic> out) {
    var place = subject.at(type.map(Located::span).orElse(entry.key().span()));
    var diagnostic =
        new Diagnostic(
            KIND,
            place,
            "\"exports.%s.type\" must be \"durable-object\", \"worker\", or \"workflow\""
                    .formatted(entry.className())
                + type.map(text -> ", but got \"" + text.value() + "\"").orElse(""));
    out.accept(
        type.flatMap(text -> NearestName.of(text.value(), TYPES))
            .map(near -> diagnostic.with(new Fix("Replace by \"" + near + "\"", place, near)))
            .orElse(diagnostic));
  }
}
