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

/** CFG04: a Durable Object binding without a string {@code name}. */
final class BindingWithoutName implements Rule {

  private static final String FIELD = "name";

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "CFG04",
          Severity.ERROR,
          "A binding has no name",
          """
          Every Durable Object binding needs a `name`: the property of `env` under which the code reaches \
          it. wrangler refuses the configuration: *binding should have a string "name" field.* \
          The quick-fix adds one, of the words of the class.
          """,
          """
          [[durable_objects.bindings]]
          class_name = "Room"
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
    return MissingWords.name(view, binding)
        .map(name -> diagnostic.with(BindingFields.fix(subject, binding, FIELD, name)))
        .orElse(diagnostic);
  }
}
