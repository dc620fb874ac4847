package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.ClassEnd;
import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.EnvironmentView;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.text.Located;
import java.util.Optional;
import java.util.function.Consumer;

/** EXP10: a class that is deleted, and that another Worker of the workspace binds. */
final class DeletedClassBoundElsewhere implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "EXP10",
          Severity.ERROR,
          "A deleted class is bound by another Worker",
          """
          As long as another Worker has a binding to the class, Cloudflare refuses to delete it \
          (10061 for migrations, 100402 for `exports`). Remove that binding and deploy the other \
          Worker first.
          """,
          """
          name = "chat" # and the Worker beside binds "Attic" with script_name = "chat"

          [exports.Attic]
          type = "durable-object"
          state = "deleted"
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var view : subject.views()) {
      var name = view.environment().workerName();
      if (name.isPresent() && mayDelete(view)) {
        for (var other : OtherWorker.all(subject)) {
          if (other.view() != view && other.subject().isComplete()) {
            check(subject, view, name.get(), other, out);
          }
        }
      }
    }
  }

  private static boolean mayDelete(EnvironmentView view) {
    var environment = view.environment();
    return environment.exports().stream().anyMatch(entry -> entry.state().equals("deleted"))
        || environment.migrations().stream().anyMatch(step -> !step.deleted().isEmpty());
  }

  private static void check(
      Subject subject,
      EnvironmentView view,
      String worker,
      OtherWorker other,
      Consumer<Diagnostic> out) {
    for (var binding : other.view().environment().durableObjects()) {
      var bound = binding.className();
      boolean isToThis =
          binding.scriptName().filter(script -> script.value().equals(worker)).isPresent()
              && binding.table().get("environment").isEmpty();
      if (isToThis && bound.isPresent()) {
        deleted(view, bound.get().value())
            .ifPresent(
                where ->
                    out.accept(
                        new Diagnostic(
                                KIND,
                                subject.at(where.span()),
                                "\"%s\" is deleted here, and %s still binds it"
                                    .formatted(where.value(), name(other)))
                            .relatedTo(
                                other.subject().at(bound.get().span()), "it is bound here")));
      }
    }
  }

  private static String name(OtherWorker other) {
    return other
        .view()
        .environment()
        .workerName()
        .map(name -> "the Worker \"" + name + "\"")
        .orElse("another Worker");
  }

  /** Where the class is deleted, if that is how it ended. */
  private static Optional<Located<String>> deleted(EnvironmentView view, String className) {
    return view.environment().exports().stream()
        .filter(entry -> entry.isDurableObject() && entry.className().equals(className))
        .filter(entry -> entry.state().equals("deleted"))
        .map(entry -> new Located<>(entry.className(), entry.key().span()))
        .findFirst()
        .or(
            () ->
                ClassEnd.of(view.environment(), className)
                    .filter(end -> end.newName().isEmpty())
                    .map(ClassEnd::where));
  }
}
