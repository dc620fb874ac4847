package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Fix;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.languageserver.analysis.TextRemoval;
import dev.durascope.model.tree.Node;
import java.util.function.Consumer;

/** LEG01: the key {@code type}, which wrangler does not have any more. */
final class WorkerType implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
              "LEG01",
              Severity.WARNING,
              "A project type is from wrangler 1",
              """
          Wrangler 1 had project types (`webpack`, `javascript`, `rust`). Today's wrangler bundles \
          by itself and does not know the key. The quick-fix removes it; a project of type \
          `webpack` or `rust` needs a `[build]` command in its place.
          """,
              """
          type = "javascript"
          """)
          .ofOutdated();

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    var root = subject.config().document().root();
    root.entry("type")
        .filter(entry -> entry.value() instanceof Node.Text)
        .ifPresent(
            entry ->
                out.accept(
                    new Diagnostic(
                            KIND,
                            subject.at(entry.key().span()),
                            "\"type\" is of wrangler 1: today's wrangler ignores it")
                        .with(
                            new Fix(
                                "Remove \"type\"", TextRemoval.entry(subject.config(), entry)))));
  }
}
