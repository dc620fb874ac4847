package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.EnvironmentView;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.config.BindingEntry;
import dev.durascope.model.text.Span;
import java.util.function.Consumer;

/** CFG05: a Durable Object binding without a string {@code class_name}. */
final class BindingWithoutClass implements Rule {

  private static final String FIELD = "class_name";

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "CFG05",
          Severity.ERROR,
          "A binding has no class",
          """
          Every Durable Object binding needs a `class_name`: the exported class whose objects it leads \
          to. wrangler refuses the configuration: *binding should have a string "class_name" \
          field.* The quick-fixes add one of the exported classes, that of the binding's name first.
          """,
          """
          [[durable_objects.bindings]]
          name = "ROOM"
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var view : subject.bindingViews()) {
      for (var binding : view.environment().durableObjects()) {
        BindingFields.place(subject, binding, FIELD)
            .ifPresent(span -> out.accept(diagnostic(subject, view, binding, span)));
      }
    }
  }

  private static Diagnostic diagnostic(
      Subject subject, EnvironmentView view, BindingEntry binding, Span span) {
    var diagnostic =
        new Diagnostic(
            KIND, subject.at(span), "binding should have a string \"" + FIELD + "\" field.");
    for (var name : MissingWords.classes(view, binding)) {
      diagnostic = diagnostic.with(BindingFields.fix(subject, binding, FIELD, name));
    }
    return diagnostic;
  }
}
