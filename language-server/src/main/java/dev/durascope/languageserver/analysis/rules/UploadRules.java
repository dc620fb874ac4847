package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.LegacyConversion;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.tree.Node;
import java.util.function.Consumer;

/** LEG03: rules under {@code build.upload}. */
final class UploadRules implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
              "LEG03",
              Severity.WARNING,
              "Module rules are given as in wrangler 1",
              """
          Module rules stand at the top level today, as `[[rules]]`. Under `[build.upload]` \
          wrangler ignores them, so that the modules they are for cannot be imported. Durascope \
          still follows the old form. The quick-fix writes all that is of wrangler 1 as today's \
          wrangler has it.
          """,
              """
          [[build.upload.rules]]
          type = "Text"
          globs = ["**/*.md"]
          """)
          .ofOutdated();

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var view : subject.views()) {
      view.environment()
          .ownValue("build")
          .flatMap(Node::asTable)
          .flatMap(build -> build.table("upload"))
          .flatMap(upload -> upload.entry("rules"))
          .ifPresent(
              rules ->
                  out.accept(
                      mended(
                          subject,
                          new Diagnostic(
                              KIND,
                              subject.at(rules.key().span()),
                              "Module rules stand at the top level today, as [[rules]]"))));
    }
  }

  private static Diagnostic mended(Subject subject, Diagnostic diagnostic) {
    return LegacyConversion.of(subject.config()).map(diagnostic::with).orElse(diagnostic);
  }
}
