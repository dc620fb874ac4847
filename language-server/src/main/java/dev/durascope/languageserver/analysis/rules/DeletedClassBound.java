package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.ClassEnd;
import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Fix;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.text.Located;
import java.util.function.Consumer;

/** MIG09: a binding to a class that the migrations delete, or rename away. */
final class DeletedClassBound implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "MIG09",
          Severity.ERROR,
          "A deleted class is still bound",
          """
          After all migrations the class is gone, so nothing may be bound to it: Cloudflare \
          refuses the deployment (10061), and wrangler does not notice before. Remove the binding, \
          or bind the class under its new name.
          """,
          """
          [[durable_objects.bindings]]
          name = "ROOM"
          class_name = "Room"

          [[migrations]]
          tag = "v1"
          new_sqlite_classes = ["Room"]

          [[migrations]]
          tag = "v2"
          deleted_classes = ["Room"]
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var view : subject.views()) {
      for (var name : view.ownClasses()) {
        ClassEnd.of(view.environment(), name.value())
            .ifPresent(end -> report(subject, name, end, out));
      }
    }
  }

  private static void report(
      Subject subject, Located<String> name, ClassEnd end, Consumer<Diagnostic> out) {
    var place = subject.at(name.span());
    var diagnostic =
        end.newName()
            .map(
                to ->
                    new Diagnostic(
                            KIND,
                            place,
                            "\"%s\" is bound, but a migration renames it to \"%s\""
                                .formatted(name.value(), to.value()))
                        .with(new Fix("Replace by \"" + to.value() + "\"", place, to.value())))
            .orElseGet(
                () ->
                    new Diagnostic(
                        KIND,
                        place,
                        "\"%s\" is bound, but a migration deletes it".formatted(name.value())));
    out.accept(diagnostic.relatedTo(subject.at(end.where().span()), "its life ends here"));
  }
}
