package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Identifiers;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.config.ExportEntry;
import dev.durascope.model.text.Located;
import java.util.function.Consumer;

/**
 * EXP05: an entry of state renamed whose {@code renamed_to} is missing, the same name, or no
 * identifier.
 */
final class RenameToNoName implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "EXP05",
          Severity.ERROR,
          "A renamed class has no sound new name",
          """
          `renamed_to` is the class's new name: another one than the entry's own, and one that a \
          class can have. wrangler refuses the entry otherwise.
          """,
          """
          [exports.Room]
          type = "durable-object"
          state = "renamed"
          renamed_to = "Room"
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var view : subject.views()) {
      for (var entry : view.environment().exports()) {
        if (entry.isDurableObject() && entry.state().equals("renamed")) {
          check(subject, entry, out);
        }
      }
    }
  }

  private static void check(Subject subject, ExportEntry entry, Consumer<Diagnostic> out) {
    var path = "\"exports.%s.renamed_to\"".formatted(entry.className());
    var to = entry.fields().string("renamed_to");
    if (to.isEmpty() || to.get().value().isEmpty()) {
      if (subject.isComplete()) {
        out.accept(
            new Diagnostic(
                KIND,
                subject.at(to.map(Located::span).orElse(entry.key().span())),
                path + " is required for state \"renamed\" and must be a non-empty string."));
      }
    } else if (!Identifiers.isIdentifier(to.get().value())) {
      out.accept(
          new Diagnostic(
              KIND,
              subject.at(to.get().span()),
              "%s must be a valid JavaScript identifier (got \"%s\")."
                  .formatted(path, to.get().value())));
    } else if (to.get().value().equals(entry.className())) {
      out.accept(
          new Diagnostic(
              KIND,
              subject.at(to.get().span()),
              "%s cannot equal the source class name \"%s\".".formatted(path, entry.className())));
    }
  }
}
