package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import java.util.function.Consumer;

/** CFG01: the text is not TOML, or not JSON with comments. The words are the reader's own. */
final class SyntaxFault implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "CFG01",
          Severity.ERROR,
          "The configuration cannot be parsed",
          """
          The text is not valid TOML, or not valid JSON with comments. wrangler stops here. The \
          rest of the file is still checked as far as it can be read, but nothing is concluded \
          from what is absent until the file parses again.
          """,
          """
          name = "chat
          main = "src/index.ts"
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var problem : subject.config().document().problems()) {
      out.accept(new Diagnostic(KIND, subject.at(problem.span()), problem.message()));
    }
  }
}
