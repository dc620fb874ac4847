package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
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
          it. wrangler refuses the configuration: *binding should have a string "name" field.*
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
    for (var view : subject.views()) {
      for (var binding : view.environment().durableObjects()) {
        BindingFields.place(subject, binding, FIELD)
            .ifPresent(
                span ->
                    out.accept(
                        new Diagnostic(
                            KIND,
                            subject.at(span),
                            "binding should have a string \"" + FIELD + "\" field.")));
      }
    }
  }
}
