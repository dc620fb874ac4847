package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.EnvironmentView;
import dev.durascope.languageserver.analysis.LegacyConversion;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.tree.Node;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * LEG02: the section {@code build.upload}, whose {@code dir} and {@code main} became {@code main}.
 */
final class UploadSection implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
              "LEG02",
              Severity.WARNING,
              "The entry point is given as in wrangler 1",
              """
          Wrangler 1 named the entry point under `[build.upload]`, with a format and a directory. \
          Today's wrangler ignores the section, so the Worker has no entry point: write it as \
          `main`, relative to the configuration. The format is found by looking at the code. \
          Durascope still follows the old form. The quick-fix writes all that is of wrangler 1 as \
          today's wrangler has it.
          """,
              """
          [build.upload]
          format = "modules"
          dir = "src"
          main = "./index.mjs"
          """)
          .ofOutdated();

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var view : subject.views()) {
      var build = view.environment().ownValue("build").flatMap(Node::asTable);
      build
          .flatMap(table -> table.entry("upload"))
          .ifPresent(
              upload ->
                  out.accept(
                      mended(
                          subject,
                          new Diagnostic(
                              KIND,
                              subject.at(upload.key().span()),
                              "\"build.upload\" is of wrangler 1: today's wrangler ignores it"
                                  + main(view)
                                      .map("; write main = \"%s\""::formatted)
                                      .orElse("")))));
    }
  }

  private static Diagnostic mended(Subject subject, Diagnostic diagnostic) {
    return LegacyConversion.of(subject.config()).map(diagnostic::with).orElse(diagnostic);
  }

  /** What {@code main} has to be, relative to the configuration. */
  private static Optional<String> main(EnvironmentView view) {
    return view.environment().inherited("main").isPresent()
        ? Optional.empty()
        : view.entryPoint().map(entry -> view.relative(entry.file()));
  }
}
