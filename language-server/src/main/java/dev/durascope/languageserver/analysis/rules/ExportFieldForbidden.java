package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Fix;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.languageserver.analysis.TextRemoval;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * EXP04: a field of an entry of {@code exports} that its state has no use for, as the storage of a
 * class that is gone.
 */
final class ExportFieldForbidden implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "EXP04",
          Severity.ERROR,
          "An entry of exports has a field that its state forbids",
          """
          Each state has its own fields: a class that was deleted, renamed or transferred has no \
          storage any more, and `renamed_to` says nothing about one that lives. wrangler refuses \
          the entry: *"exports.Room.storage" is forbidden on state "deleted".* The quick-fix \
          removes the field.
          """,
          """
          [exports.Room]
          type = "durable-object"
          state = "deleted"
          storage = "sqlite"
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  private static final Map<String, Set<String>> FIELDS =
      Map.of(
          "created", Set.of("type", "state", "storage", "container"),
          "deleted", Set.of("type", "state"),
          "renamed", Set.of("type", "state", "renamed_to"),
          "transferred", Set.of("type", "state", "transferred_to"),
          "expecting-transfer", Set.of("type", "state", "storage", "transfer_from", "container"));

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var view : subject.views()) {
      for (var entry : view.environment().exports()) {
        var allowed = FIELDS.get(entry.state());
        if (!entry.isDurableObject() || allowed == null) {
          continue;
        }
        for (var field : entry.fields().entries()) {
          var name = field.key().name();
          if (!allowed.contains(name)) {
            out.accept(
                new Diagnostic(
                        KIND,
                        subject.at(field.key().span()),
                        "\"exports.%s.%s\" is forbidden on state \"%s\"."
                            .formatted(entry.className(), name, entry.state()))
                    .with(
                        new Fix(
                            "Remove \"" + name + "\"",
                            TextRemoval.entry(subject.config(), field))));
          }
        }
      }
    }
  }
}
