package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.EnvironmentView;
import dev.durascope.languageserver.analysis.Fix;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.config.Lifecycle;
import dev.durascope.model.config.Lifecycle.LiveClass;
import dev.durascope.model.modules.ExportLookup.NotExported;
import dev.durascope.model.modules.ExportLookup.TypeOnly;
import java.util.List;
import java.util.function.Consumer;

/**
 * MIG13: a class that is alive after all migrations, and that the entry point surely does not
 * export.
 *
 * <p>Only what is alive at the end counts: a class that a later step deletes or renames need not
 * exist. A class without a binding has to be exported all the same.
 */
final class MigratedClassNotExported implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "MIG13",
          Severity.ERROR,
          "A migrated class is not exported",
          """
          After all migrations this class exists, so the entry point has to export it; Cloudflare \
          refuses the deployment (10070). Export the class, or add a migration that deletes or \
          renames it. Do not edit a migration that has been deployed.
          """,
          """
          main = "src/index.js" # has no `export class Room`

          [[migrations]]
          tag = "v1"
          new_sqlite_classes = ["Room"]
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var view : subject.views()) {
      var lifecycle = view.environment().lifecycle();
      if (lifecycle.form() != Lifecycle.Form.MIGRATIONS) {
        continue;
      }
      for (var live : lifecycle.live().values()) {
        switch (view.lookup(live.name())) {
          case NotExported(var exports) -> notExported(subject, view, live, exports, out);
          case TypeOnly _ ->
              out.accept(
                  new Diagnostic(
                      KIND,
                      subject.at(live.introduced()),
                      "\"%s\" is exported by %s only as a type"
                          .formatted(live.name(), view.entryName())));
          default -> {}
        }
      }
    }
  }

  private static void notExported(
      Subject subject,
      EnvironmentView view,
      LiveClass live,
      List<String> exports,
      Consumer<Diagnostic> out) {
    var place = subject.at(live.introduced());
    var message = "\"%s\" is not exported by %s".formatted(live.name(), view.entryName());
    var near =
        view.nearestExport(
            live.name(),
            exports.stream()
                .filter(name -> view.environment().lifecycle().find(name).isEmpty())
                .toList());
    out.accept(
        near.map(
                name ->
                    new Diagnostic(KIND, place, message + "; did you mean \"" + name + "\"?")
                        .with(new Fix("Replace by \"" + name + "\"", place, name)))
            .orElseGet(() -> new Diagnostic(KIND, place, message)));
  }
}
