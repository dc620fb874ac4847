package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.config.NamedBinding;
import java.util.HashMap;
import java.util.function.Consumer;

/** CFG09: one name in {@code env} for two bindings, of whatever kinds. */
final class BindingNameTwice implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "CFG09",
          Severity.ERROR,
          "Two bindings have one name",
          """
          All bindings of a Worker are properties of one object, `env`, so each name can be given \
          once per environment, across all kinds. wrangler refuses the configuration: *ROOM \
          assigned to Durable Object and KV Namespace bindings.*
          """,
          """
          [[durable_objects.bindings]]
          name = "ROOM"
          class_name = "Room"

          [[kv_namespaces]]
          binding = "ROOM"
          id = "0123456789abcdef"
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var view : subject.views()) {
      var first = new HashMap<String, NamedBinding>();
      for (var binding : view.environment().bindingNames()) {
        var name = binding.name();
        var before = first.putIfAbsent(name.value(), binding);
        if (before != null) {
          out.accept(
              new Diagnostic(KIND, subject.at(name.span()), message(name.value(), before, binding))
                  .relatedTo(
                      subject.at(before.name().span()),
                      "\"" + name.value() + "\" is given here first"));
        }
      }
    }
  }

  private static String message(String name, NamedBinding one, NamedBinding other) {
    return one.kind().equals(other.kind())
        ? "%s assigned to multiple %s bindings.".formatted(name, one.kind())
        : "%s assigned to %s and %s bindings.".formatted(name, one.kind(), other.kind());
  }
}
