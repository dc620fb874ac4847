package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.tree.Node;
import java.util.function.Consumer;

/** MIG01: an item of {@code migrations} without a string {@code tag}. */
final class MigrationWithoutTag implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "MIG01",
          Severity.ERROR,
          "A migration has no tag",
          """
          Cloudflare remembers by its tag how far a Worker's migrations have been applied, so \
          every migration needs one. wrangler refuses the configuration: *"migrations[0].tag" is a \
          required field.*
          """,
          """
          [[migrations]]
          new_sqlite_classes = ["Room"]
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var steps : subject.histories()) {
      for (int i = 0; i < steps.size(); i++) {
        var step = steps.get(i);
        var tag = step.table().get("tag");
        if (tag.isEmpty() && subject.isComplete()) {
          out.accept(
              new Diagnostic(
                  KIND,
                  subject.at(step.table().anchor()),
                  "\"migrations[%d].tag\" is a required field.".formatted(i)));
        } else if (tag.isPresent() && !isText(tag.get())) {
          out.accept(
              new Diagnostic(
                  KIND,
                  subject.at(tag.get().anchor()),
                  "Expected \"migrations[%d].tag\" to be of type string".formatted(i)));
        }
      }
    }
  }

  private static boolean isText(Node value) {
    return value instanceof Node.Text
        || value instanceof Node.Missing
        || value instanceof Node.Word;
  }
}
