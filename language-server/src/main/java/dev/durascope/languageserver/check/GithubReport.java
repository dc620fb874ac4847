package dev.durascope.languageserver.check;

import dev.durascope.languageserver.analysis.Diagnostic;
import java.io.PrintStream;

/**
 * A workflow command a line, which GitHub Actions shows as an annotation of the changed file.
 *
 * @see <a
 *     href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands">Workflow
 *     commands</a>
 */
record GithubReport(PrintStream out) implements Report {

  @Override
  public void print(Findings findings) {
    for (var diagnostic : findings.diagnostics()) {
      var file = diagnostic.place().file();
      var lines = findings.text(file).lines();
      var start = lines.position(diagnostic.span().start());
      var end = lines.position(diagnostic.span().end());
      out.printf(
          "::%s file=%s,line=%d,col=%d,endLine=%d,endColumn=%d,title=%s::%s%n",
          command(diagnostic),
          property(findings.name(file)),
          start.line() + 1,
          start.column() + 1,
          end.line() + 1,
          end.column() + 1,
          property(diagnostic.code()),
          data(diagnostic.message()));
    }
  }

  private static String command(Diagnostic diagnostic) {
    return switch (diagnostic.severity()) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFORMATION, HINT -> "notice";
    };
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
