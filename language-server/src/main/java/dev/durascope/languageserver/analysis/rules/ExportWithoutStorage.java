package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.ExportEdit;
import dev.durascope.languageserver.analysis.Fix;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.config.ExportEntry;
import dev.durascope.model.tree.Node;
import java.util.Set;
import java.util.function.Consumer;

/**
 * EXP02: a live entry of {@code exports} without {@code storage}, or with one that there is not.
 */
final class ExportWithoutStorage implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "EXP02",
          Severity.ERROR,
          "A class in exports has no storage",
          """
          A live class says where its objects store: `"sqlite"`, or `"legacy-kv"` for a class that \
          was created by `new_classes`. wrangler refuses the entry without it. The quick-fix adds \
          SQLite.
          """,
          """
          [exports.Room]
          type = "durable-object"
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  private static final Set<String> STORAGES = Set.of("sqlite", "legacy-kv");

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var view : subject.views()) {
      for (var entry : view.environment().exports()) {
        if (entry.isLive()) {
          check(subject, entry, out);
        }
      }
    }
  }

  private static void check(Subject subject, ExportEntry entry, Consumer<Diagnostic> out) {
    var message =
        "\"exports.%s.storage\" is required for state \"%s\" and must be one of sqlite and legacy-kv"
            .formatted(entry.className(), entry.state());
    var storage = entry.fields().get("storage");
    if (storage.isEmpty()) {
      if (subject.isComplete()) {
        out.accept(
            new Diagnostic(KIND, subject.at(entry.key().span()), message)
                .with(
                    new Fix(
                        "Add storage \"sqlite\"",
                        ExportEdit.add(subject.config(), entry, "storage", "sqlite"))));
      }
      return;
    }
    switch (storage.get()) {
      case Node.Text text when STORAGES.contains(text.value()) -> {}
      case Node.Text text ->
          out.accept(
              new Diagnostic(KIND, subject.at(text.inside()), message)
                  .with(new Fix("Replace by \"sqlite\"", subject.at(text.inside()), "sqlite")));
      case Node.Missing _, Node.Word _ -> {}
      case Node other -> out.accept(new Diagnostic(KIND, subject.at(other.anchor()), message));
    }
  }
}
