package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.config.EntryPoint;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * BND11: {@code main} names a file that does not exist.
 *
 * <p>Silent where the file is made by a build, and where the value is no file at all: a package's
 * module or a virtual one, which bundler plugins allow.
 */
final class EntryPointMissing implements Rule {

  private static final Pattern SCRIPT = Pattern.compile("[^:]*\\.([mc]?[jt]sx?|py)");

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "BND11",
          Severity.ERROR,
          "The entry point does not exist",
          """
          `main` is relative to the configuration file. wrangler stops with *The entry-point file \
          was not found.* A file under `dist/`, `build/` and the like, or in a project with a \
          `[build]` command, is made later and not reported.
          """,
          """
          main = "src/idnex.ts"
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var view : subject.views()) {
      view.entryPoint()
          .filter(entry -> view.entryFile().isEmpty())
          .filter(entry -> entry.origin() == EntryPoint.Origin.WRITTEN)
          .filter(entry -> isScript(entry.written().value()))
          .ifPresent(
              entry ->
                  out.accept(
                      new Diagnostic(
                          KIND,
                          subject.at(entry.written().span()),
                          "The entry-point file \"%s\" was not found"
                              .formatted(entry.written().value()))));
    }
  }

  private static boolean isScript(String written) {
    return SCRIPT.matcher(written).matches() && !written.startsWith("@");
  }
}
