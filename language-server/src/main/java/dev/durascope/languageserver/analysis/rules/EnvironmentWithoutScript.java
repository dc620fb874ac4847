package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import java.util.function.Consumer;

/** CFG07: a binding with {@code environment} and without {@code script_name}. */
final class EnvironmentWithoutScript implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "CFG07",
          Severity.ERROR,
          "A binding names an environment but no Worker",
          """
          `environment` says which environment of another Worker has the class, so it needs \
          `script_name`. wrangler refuses the binding: *binding should have a "script_name" field \
          if "environment" is present.*
          """,
          """
          [[durable_objects.bindings]]
          name = "ROOM"
          class_name = "Room"
          environment = "staging"
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    if (!subject.isComplete()) {
      return;
    }
    for (var view : subject.bindingViews()) {
      for (var binding : view.environment().durableObjects()) {
        var entry = binding.table().entry("environment");
        if (entry.isPresent() && binding.table().get("script_name").isEmpty()) {
          out.accept(
              new Diagnostic(
                  KIND,
                  subject.at(entry.get().key().span()),
                  "binding should have a \"script_name\" field if \"environment\" is present."));
        }
      }
    }
  }
}
