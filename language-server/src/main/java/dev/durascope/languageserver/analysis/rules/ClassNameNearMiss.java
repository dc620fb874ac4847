package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Fix;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.modules.ExportLookup.NotExported;
import java.util.function.Consumer;

/** BND03: a bound class that is not exported, while a name that is almost the same is. */
final class ClassNameNearMiss implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "BND03",
          Severity.ERROR,
          "A bound class is misspelt",
          """
          The entry point does not export the class, but it exports one whose name differs only in \
          case or by a slip of the finger. The quick-fix puts that name in.
          """,
          """
          main = "src/index.js" # has `export class ChatRoom`

          [[durable_objects.bindings]]
          name = "ROOM"
          class_name = "Chatroom"
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var view : subject.bindingViews()) {
      for (var name : view.ownClasses()) {
        if (view.lookup(name.value()) instanceof NotExported(var exports)) {
          view.nearestExport(name.value(), exports)
              .ifPresent(
                  near ->
                      out.accept(
                          new Diagnostic(
                                  KIND,
                                  subject.at(name.span()),
                                  "\"%s\" is not exported by %s; did you mean \"%s\"?"
                                      .formatted(name.value(), view.entryName(), near))
                              .with(
                                  new Fix(
                                      "Replace by \"" + near + "\"",
                                      subject.at(name.span()),
                                      near))));
        }
      }
    }
  }
}
