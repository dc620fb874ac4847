package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.EnvironmentView;
import dev.durascope.languageserver.analysis.Fix;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.config.ExportEntry;
import dev.durascope.model.modules.ExportLookup.NotExported;
import dev.durascope.model.modules.ExportLookup.TypeOnly;
import java.util.List;
import java.util.function.Consumer;

/** EXP07: a live entry of {@code exports} whose class the entry point surely does not export. */
final class DeclaredClassNotExported implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "EXP07",
          Severity.ERROR,
          "A class in exports is not exported by the code",
          """
          A live entry says that the class exists, so the entry point has to export it. Cloudflare \
          refuses the deployment. Export the class, or give the entry the state that it has come \
          to: `deleted`, `renamed` or `transferred`.
          """,
          """
          main = "src/index.js" # has no `export class Room`

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
      for (var entry : view.environment().exports()) {
        if (!entry.isLive()) {
          continue;
        }
        switch (view.lookup(entry.className())) {
          case NotExported(var exports) -> report(subject, view, entry, exports, out);
          case TypeOnly _ ->
              out.accept(
                  new Diagnostic(
                      KIND,
                      subject.at(entry.key().span()),
                      "\"%s\" is exported by %s only as a type"
                          .formatted(entry.className(), view.entryName())));
          default -> {}
        }
      }
    }
  }

  private static void report(
      Subject subject,
      EnvironmentView view,
      ExportEntry entry,
      List<String> exports,
      Consumer<Diagnostic> out) {
    var place = subject.at(entry.key().span());
    var message = "\"%s\" is not exported by %s".formatted(entry.className(), view.entryName());
    var declared = view.environment().exports().stream().map(ExportEntry::className).toList();
    var free = exports.stream().filter(name -> !declared.contains(name)).toList();
    out.accept(
        view.nearestExport(entry.className(), free)
            .map(
                near ->
                    new Diagnostic(KIND, place, message + "; did you mean \"" + near + "\"?")
                        .with(new Fix("Replace by \"" + near + "\"", place, near)))
            .orElseGet(() -> new Diagnostic(KIND, place, message)));
  }
}
