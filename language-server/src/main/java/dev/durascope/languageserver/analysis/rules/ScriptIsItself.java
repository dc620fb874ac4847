package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Fix;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.languageserver.analysis.TextRemoval;
import dev.durascope.model.config.BindingEntry;
import java.util.function.Consumer;

/** BND06: a {@code script_name} that is the Worker's own. */
final class ScriptIsItself implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "BND06",
          Severity.WARNING,
          "A binding names this very Worker as another one",
          """
          `script_name` is for classes of another Worker. With the Worker's own name it works once \
          the Worker is deployed, and in local development depends on the tool. The quick-fix \
          removes it.
          """,
          """
          name = "chat"

          [[durable_objects.bindings]]
          name = "ROOM"
          class_name = "Room"
          script_name = "chat"
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var view : subject.views()) {
      for (var binding : view.environment().durableObjects()) {
        if (binding.namesItself(view.environment())
            && binding.table().get("environment").isEmpty()) {
          report(subject, binding, out);
        }
      }
    }
  }

  private static void report(Subject subject, BindingEntry binding, Consumer<Diagnostic> out) {
    var entry = binding.table().entry("script_name").orElseThrow();
    out.accept(
        new Diagnostic(
                KIND,
                subject.at(entry.value().anchor()),
                "\"%s\" is this Worker: script_name is for classes of another one"
                    .formatted(binding.scriptName().orElseThrow().value()))
            .with(new Fix("Remove \"script_name\"", TextRemoval.entry(subject.config(), entry))));
  }
}
