package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Fix;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.tree.Node;
import java.util.function.Consumer;

/** CFG06: a {@code script_name} of another type than string. */
final class ScriptNameNotText implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "CFG06",
          Severity.ERROR,
          "script_name is not a string",
          """
          `script_name` is the name of the Worker that has the class. wrangler refuses anything \
          but a string: *the field "script_name", when present, should be a string.* The quick-fix \
          puts quotes around a bare value.
          """,
          """
          [[durable_objects.bindings]]
          name = "ROOM"
          class_name = "Room"
          script_name = 42
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var view : subject.bindingViews()) {
      for (var binding : view.environment().durableObjects()) {
        binding
            .table()
            .get("script_name")
            .filter(ScriptNameNotText::isNoText)
            .ifPresent(value -> report(subject, value, out));
      }
    }
  }

  private static boolean isNoText(Node value) {
    return switch (value) {
      case Node.Text _, Node.Missing _, Node.Word _ -> false;
      default -> true;
    };
  }

  private static void report(Subject subject, Node value, Consumer<Diagnostic> out) {
    var place = subject.at(value.anchor());
    var diagnostic =
        new Diagnostic(KIND, place, "the field \"script_name\", when present, should be a string.");
    boolean scalar = value instanceof Node.Numeric || value instanceof Node.Bool;
    var text = value.span().of(subject.config().document().text());
    out.accept(
        scalar
            ? diagnostic.with(new Fix("Put it in quotes", place, "\"" + text + "\""))
            : diagnostic);
  }
}
