package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.EnvironmentView;
import dev.durascope.languageserver.analysis.Fix;
import dev.durascope.languageserver.analysis.NearestName;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.modules.ExportLookup.NotExported;
import dev.durascope.model.modules.ExportLookup.TypeOnly;
import dev.durascope.model.text.Located;
import java.util.Optional;
import java.util.function.Consumer;

/** BND07: a class of another Worker of the workspace, which surely does not export it. */
final class OtherWorkerLacksClass implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "BND07",
          Severity.ERROR,
          "The named Worker has no such class",
          """
          A binding with `script_name` is to a class of another Worker. That Worker is in this \
          workspace, and its entry point does not export the class: the deployment is refused \
          (10061), and in local development the first request fails. Say the name under which it is \
          exported. The Workers of a workspace are those in the editor's folders; on the command \
          line, those that are checked together: `durascope check app rooms`.
          """,
          """
          [[durable_objects.bindings]]
          name = "ROOM"
          class_name = "Room"
          script_name = "rooms" # the Worker beside, which exports "Hall"
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var view : subject.bindingViews()) {
      for (var binding : view.environment().durableObjects()) {
        var script = binding.scriptName();
        var className = binding.className();
        if (script.isPresent()
            && className.isPresent()
            && !binding.isOwnClass(view.environment())
            && binding.table().get("environment").isEmpty()) {
          check(subject, view, script.get().value(), className.get(), out);
        }
      }
    }
  }

  private static void check(
      Subject subject,
      EnvironmentView view,
      String script,
      Located<String> className,
      Consumer<Diagnostic> out) {
    var others = OtherWorker.named(subject, view, script);
    var name = className.value();
    if (others.isEmpty()
        || EnvironmentView.isPlaceholder(name)
        || !others.stream().allMatch(other -> lacks(other, name))) {
      return;
    }
    var other = others.getFirst();
    var place = subject.at(className.span());
    var message =
        "\"%s\" is not exported by %s of the Worker \"%s\""
            .formatted(name, other.view().entryName(), script);
    var near = near(other, name);
    var diagnostic =
        new Diagnostic(
                KIND,
                place,
                near.map(it -> message + "; did you mean \"" + it + "\"?").orElse(message))
            .relatedTo(other.place(), "the Worker \"" + script + "\"");
    out.accept(
        near.map(it -> diagnostic.with(new Fix("Replace by \"" + it + "\"", place, it)))
            .orElse(diagnostic));
  }

  private static boolean lacks(OtherWorker other, String className) {
    return switch (other.view().lookup(className)) {
      case NotExported _, TypeOnly _ -> true;
      default -> false;
    };
  }

  private static Optional<String> near(OtherWorker other, String className) {
    return other.view().lookup(className) instanceof NotExported(var exports)
        ? NearestName.of(className, exports)
        : Optional.empty();
  }
}
