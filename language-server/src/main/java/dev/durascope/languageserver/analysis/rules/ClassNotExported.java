package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.ClassCreation;
import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.modules.ExportLookup.NotExported;
import java.util.function.Consumer;

/**
 * BND01: a bound class that the entry point surely does not export, and no exported name comes near
 * it.
 *
 * <p>A class that is near a name is {@link ClassNameNearMiss}, one that is exported as a type only
 * is {@link ClassExportedAsType}: at most one of the three speaks about a binding.
 */
final class ClassNotExported implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "BND01",
          Severity.ERROR,
          "A bound class is not exported",
          """
          The class of a Durable Object binding has to be exported by the entry point, under this \
          very name. wrangler refuses to start: *Your Worker depends on the following Durable \
          Objects, which are not exported in your entrypoint file*. Export the class, directly or \
          by `export { Room } from "./room"`, or bind one that is exported. A class of another \
          Worker needs `script_name`. The quick-fix exports a class that is there, or makes one, in \
          the entry point or in a module of its own.
          """,
          """
          main = "src/index.js" # has no `export class Room`

          [[durable_objects.bindings]]
          name = "ROOM"
          class_name = "Room"
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var view : subject.bindingViews()) {
      for (var name : view.ownClasses()) {
        if (view.lookup(name.value()) instanceof NotExported(var exports)
            && view.nearestExport(name.value(), exports).isEmpty()) {
          var diagnostic =
              new Diagnostic(
                  KIND,
                  subject.at(name.span()),
                  "\"%s\" is not exported by %s".formatted(name.value(), view.entryName()));
          for (var fix : ClassCreation.of(subject, view, name.value())) {
            diagnostic = diagnostic.with(fix);
          }
          out.accept(diagnostic);
        }
      }
    }
  }
}
