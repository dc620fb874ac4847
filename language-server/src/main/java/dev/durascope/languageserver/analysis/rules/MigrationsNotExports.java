package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.ExportsConversion;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.tree.Node;
import java.util.Comparator;
import java.util.function.Consumer;

/**
 * MIG21: migrations that the map {@code exports} says in fewer words.
 *
 * <p>It is said once a file, and only where the quick-fix is certain and the project's wrangler
 * knows the map: advice that cannot be followed is noise. Nearly every project has migrations, and
 * they work, so it is a hint.
 */
final class MigrationsNotExports implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "MIG21",
          Severity.HINT,
          "Migrations could be exports",
          """
          The map `exports` is the recommended form today: it says which classes there are, and \
          Cloudflare works out what has to be done. The quick-fix writes all migrations of the \
          file as entries: what is alive with its storage, what is deleted or renamed as a \
          tombstone, which can go once it is deployed. It is offered where that says the same: not \
          where a class comes from a step that is no longer in the list or from another Worker, \
          where a name is used again after it was deleted, or where there are containers. \
          Migrations are not wrong, so it is a hint: `--severity MIG21=info` shows it on the \
          command line too, `off` nowhere.
          """,
          """
          [[migrations]]
          tag = "v1"
          new_sqlite_classes = ["Room", "Lobby"]

          [[migrations]]
          tag = "v2"
          renamed_classes = [{ from = "Lobby", to = "Hall" }]
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    if (!subject.schema().properties().containsKey("exports")) {
      return;
    }
    var config = subject.config();
    config.environments().stream()
        .flatMap(environment -> environment.own().entry("migrations").stream())
        .map(Node.Entry::key)
        .min(Comparator.comparing(Node.Key::span))
        .ifPresent(
            first ->
                ExportsConversion.of(config)
                    .ifPresent(
                        fix ->
                            out.accept(
                                new Diagnostic(
                                        KIND,
                                        subject.at(first.span()),
                                        "`exports` is the recommended form of these migrations")
                                    .with(fix))));
  }
}
