package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.config.Environment;
import dev.durascope.model.config.ExportEntry;
import dev.durascope.model.tree.Node;
import java.util.function.Consumer;

/** EXP01: a lifecycle in both forms. */
final class BothLifecycles implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "EXP01",
          Severity.ERROR,
          "A Worker has migrations and exports",
          """
          `migrations` and `exports` both say which classes there are, so a Worker has one or the \
          other. wrangler refuses both: *`migrations` and `exports` are mutually exclusive.* \
          Worker entries in `exports` may stand beside migrations.
          """,
          """
          [[migrations]]
          tag = "v1"
          new_sqlite_classes = ["Room"]

          [exports.Room]
          type = "durable-object"
          storage = "sqlite"
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var view : subject.views()) {
      var environment = view.environment();
      boolean declares = environment.exports().stream().anyMatch(ExportEntry::isDurableObject);
      if (declares && !environment.migrations().isEmpty()) {
        var key = key(environment, "exports");
        var migrations = key(environment, "migrations");
        out.accept(
            new Diagnostic(
                    KIND,
                    subject.at(key.span()),
                    "`migrations` and `exports` are mutually exclusive. Choose one or the other to"
                        + " declare your Durable Object lifecycle, but not both.")
                .relatedTo(subject.at(migrations.span()), "migrations are here"));
      }
    }
  }

  private static Node.Key key(Environment environment, String name) {
    return environment
        .own()
        .entry(name)
        .or(() -> environment.top().entry(name))
        .orElseThrow()
        .key();
  }
}
