package dev.durascope.languageserver.check;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.Severity;
import java.io.PrintStream;

/**
 * For people: {@code file:line:column: error[BND01]: message}, which editors and terminals make a
 * link of, and under it the line with the place underlined.
 */
record TextReport(PrintStream out) implements Report {

  @Override
  public void print(Findings findings) {
    for (var diagnostic : findings.diagnostics()) {
      print(findings, diagnostic);
    }
    out.println(summary(findings));
  }

  private void print(Findings findings, Diagnostic diagnostic) {
    var file = diagnostic.place().file();
    var text = findings.text(file);
    var start = text.lines().position(diagnostic.span().start());
    out.printf(
        "%s:%d:%d: %s[%s]: %s%n",
        findings.name(file),
        start.line() + 1,
        start.column() + 1,
        diagnostic.severity().word(),
        diagnostic.code(),
        diagnostic.message());
    var line = text.lines().line(start.line());
    var number = String.valueOf(start.line() + 1);
    int end = Math.min(diagnostic.span().end(), line.end());
    var underlined = text.content().substring(diagnostic.span().start(), end);
    // Tabs stay tabs, so that the underline sits where the terminal shows the text.
    var indent =
        text.content()
            .substring(line.start(), diagnostic.span().start())
            .codePoints()
            .map(point -> point == '\t' ? '\t' : ' ')
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
    int width = Math.max(1, underlined.codePointCount(0, underlined.length()));
    out.printf("  %s | %s%n", number, line.of(text.content()));
    out.printf("  %s | %s%s%n", " ".repeat(number.length()), indent, "^".repeat(width));
    for (var other : diagnostic.related()) {
      var otherFile = other.place().file();
      var where = findings.text(otherFile).lines().position(other.place().span().start());
      out.printf(
          "  %s:%d:%d: %s%n",
          findings.name(otherFile), where.line() + 1, where.column() + 1, other.message());
    }
  }

  private static String summary(Findings findings) {
    if (findings.diagnostics().isEmpty()) {
      return "No problems in " + findings.configNames();
    }
    return count(findings, Severity.ERROR) + ", " + count(findings, Severity.WARNING);
  }

  private static String count(Findings findings, Severity severity) {
    long count =
        findings.diagnostics().stream().filter(each -> each.severity() == severity).count();
    return "%d %s%s".formatted(count, severity.word(), count == 1 ? "" : "s");
  }
}
