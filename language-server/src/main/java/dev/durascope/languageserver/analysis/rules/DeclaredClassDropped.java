package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Place;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.config.Environment;
import dev.durascope.model.config.ExportEntry;
import dev.durascope.model.config.Lifecycle;
import dev.durascope.model.tree.Node;
import java.util.function.Consumer;

/** EXP15: a class that is alive where it is deployed, and has no entry in {@code exports}. */
final class DeclaredClassDropped implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "EXP15",
          Severity.WARNING,
          "The entry of a living class is dropped from exports",
          """
          `exports` has an entry for each class that the Worker has, one that is gone included, \
          until a deployment has made an end of it: without one Cloudflare refuses the deployment \
          (100402, `orphaned_provisioned_namespace`). Give the class the state that it has come to: \
          `deleted`, `renamed` or `transferred`. Compared with the last commit, which may not be \
          deployed; `--base` names what is, and then this is an error.
          """,
          """
          # [[migrations]] with tag = "v1" and new_classes = ["Hall"] was committed
          [exports.ChatRoom]
          type = "durable-object"
          storage = "sqlite"
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var since : SinceDeployed.of(subject)) {
      if (since.history().form() != Lifecycle.Form.EXPORTS) {
        continue;
      }
      var entries =
          since.now().environment().exports().stream().map(ExportEntry::className).toList();
      var names =
          since.deployed().live().keySet().stream()
              .filter(name -> !entries.contains(name))
              .filter(name -> !isExpected(since.before().environment(), name))
              .toList();
      if (!names.isEmpty()) {
        boolean one = names.size() == 1;
        out.accept(
            new Diagnostic(
                since.committed().baseline().judged(KIND),
                place(subject, since.now().environment()),
                "%s %s alive in %s and %s no entry here: say what has become of %s (100402)"
                    .formatted(
                        Named.all(names),
                        one ? "is" : "are",
                        since.revision(),
                        one ? "has" : "have",
                        one ? "it" : "them")));
      }
    }
  }

  /** Whether the class was still to come from another Worker. */
  private static boolean isExpected(Environment before, String name) {
    return before.exports().stream()
        .filter(entry -> entry.className().equals(name))
        .anyMatch(entry -> entry.state().equals(ExportEntry.EXPECTING_TRANSFER));
  }

  private static Place place(Subject subject, Environment environment) {
    return subject.at(
        environment
            .own()
            .entry("exports")
            .or(() -> environment.top().entry("exports"))
            .map(Node.Entry::key)
            .map(Node.Key::span)
            .orElseGet(subject::firstStatement));
  }
}
