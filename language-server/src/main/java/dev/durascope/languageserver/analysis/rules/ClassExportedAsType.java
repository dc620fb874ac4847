package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.modules.ExportLookup.TypeOnly;
import java.util.function.Consumer;

/** BND02: a bound class of which the entry point exports the type only. */
final class ClassExportedAsType implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "BND02",
          Severity.ERROR,
          "A bound class is exported as a type only",
          """
          `export type { Room }`, `import type` and interfaces vanish when TypeScript is compiled, \
          so the Worker does not have the class at run time. Export the value: `export { Room } \
          from "./room"`, without `type`.
          """,
          """
          main = "src/index.ts" # has `export type { Room } from "./room"`

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
        if (view.lookup(name.value()) instanceof TypeOnly) {
          out.accept(
              new Diagnostic(
                  KIND,
                  subject.at(name.span()),
                  "\"%s\" is exported by %s only as a type, which does not exist at run time"
                      .formatted(name.value(), view.entryName())));
        }
      }
    }
  }
}
