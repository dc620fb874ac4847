package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import java.util.function.Consumer;

/** CFG16: containers and classes of objects that do not find each other. */
final class ContainerWithoutClass implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "CFG16",
          Severity.ERROR,
          "A container and a class do not belong together",
          """
          A container runs beside the objects of one class, which has no other: `class_name` of an \
          entry of `containers` names a class of this very Worker, or the class's entry of \
          `exports` names the container, or both name each other. wrangler refuses names that \
          lead nowhere or are given twice, a second container of a class, and a second class of \
          a container. The class has SQLite storage. Environments do not inherit containers, and \
          `previews` name a class each.
          """,
          """
          [[durable_objects.bindings]]
          name = "ROOM"
          class_name = "Room"

          [[migrations]]
          tag = "v1"
          new_sqlite_classes = ["Room"]

          [[containers]]
          image = "./Dockerfile"
          class_name = "room"
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    if (subject.isComplete()) {
      for (var view : subject.bindingViews()) {
        new ContainerLinks(KIND, subject, view, out).check();
      }
    }
  }
}
