package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Identifiers;
import dev.durascope.languageserver.analysis.LifecycleEdit;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.config.ExportEntry;
import java.util.function.Consumer;

/** EXP06: an entry of state renamed without a live entry of the new name. */
final class RenameToNothing implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "EXP06",
          Severity.ERROR,
          "A class is renamed to one that is not declared",
          """
          The old name stays in `exports` as `renamed`, and the new name has a live entry of its \
          own. Without that entry Cloudflare refuses the deployment. The quick-fix adds it.
          """,
          """
          [exports.Room]
          type = "durable-object"
          state = "renamed"
          renamed_to = "ChatRoom"
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    if (!subject.isComplete()) {
      return;
    }
    for (var view : subject.views()) {
      var exports = view.environment().exports();
      for (var entry : exports) {
        if (entry.isDurableObject() && entry.state().equals("renamed")) {
          entry
              .fields()
              .string("renamed_to")
              .filter(to -> Identifiers.isIdentifier(to.value()))
              .filter(to -> !to.value().equals(entry.className()))
              .filter(to -> exports.stream().noneMatch(other -> isSuccessor(other, to.value())))
              .ifPresent(
                  to ->
                      out.accept(
                          new Diagnostic(
                                  KIND,
                                  subject.at(to.span()),
                                  "\"%s\" has no live entry in exports".formatted(to.value()))
                              .with(
                                  LifecycleEdit.create(
                                      subject.config(), view.environment(), to.value()))));
        }
      }
    }
  }

  /**
   * The new name may have been renamed, deleted or handed over in its turn. What is amiss with its
   * type is told there.
   */
  private static boolean isSuccessor(ExportEntry entry, String name) {
    return entry.mayBeDurableObject() && entry.className().equals(name);
  }
}
