package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.config.Environment;
import dev.durascope.model.text.Span;
import dev.durascope.model.tree.Node;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;

/**
 * CFG15: a list where a table belongs, a word where a list belongs: whatever holds bindings,
 * migrations or exports has another shape than wrangler takes. What is inside of a binding, a
 * rename or an export has rules of its own.
 */
final class FieldShape implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "CFG15",
          Severity.ERROR,
          "A field about objects has the wrong shape",
          """
          `durable_objects` is a table with a list `bindings`, `migrations` is a list of tables \
          whose classes are lists of strings, `exports` is a table by class name. wrangler refuses \
          any other shape: *The field "durable_objects.bindings" should be an array.* A transfer \
          names the other Worker, a container has a name, an image and a class, `previews` has \
          no containers with names, and `code_update_strategy` has a `mode`. In TOML the \
          usual cause is a table header in single brackets, `[migrations]`, where a list of tables \
          has double ones, `[[migrations]]`.
          """,
          """
          [durable_objects.bindings]
          name = "ROOM"
          class_name = "Room"
          """);

  private static final List<String> CLASS_LISTS =
      List.of("new_classes", "new_sqlite_classes", "deleted_classes");

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var view : subject.views()) {
      var findings = new Findings(subject, view.environment(), out);
      findings.objects();
      findings.migrations();
      findings.exports();
      findings.previews();
    }
  }

  private record Findings(Subject subject, Environment environment, Consumer<Diagnostic> out) {

    void objects() {
      new ObjectsShape(subject.isComplete(), this::say).check(environment);
      new ContainersShape(subject.isComplete(), this::say).check(environment);
    }

    private void say(Span span, String message) {
      out.accept(new Diagnostic(KIND, subject.at(span), message));
    }

    void previews() {
      var value = environment.ownValue("previews");
      if (value.filter(it -> isWritten(it) && !(it instanceof Node.Table)).isPresent()) {
        report(value.get(), "The field \"%s\" should be an object but got %s.", path("previews"));
      }
      environment.previews().ifPresent(own -> new Findings(subject, own, out).objects());
    }

    private void items(Node.Array array, String field) {
      for (int i = 0; i < array.items().size(); i++) {
        var item = array.items().get(i);
        if (!(item instanceof Node.Table) && isWritten(item)) {
          report(item, "Expected \"%s\" to be an object but got %s", "%s[%d]".formatted(field, i));
        }
      }
    }

    void migrations() {
      var value = environment.ownValue("migrations");
      if (value.isEmpty()) {
        return;
      }
      if (!(value.get() instanceof Node.Array steps)) {
        report(
            value.get(),
            "The optional \"%s\" field should be an array, but got %s",
            path("migrations"));
        return;
      }
      items(steps, path("migrations"));
      for (int i = 0; i < steps.items().size(); i++) {
        if (steps.items().get(i) instanceof Node.Table step) {
          for (var key : CLASS_LISTS) {
            classes(step, key, "migrations[%d].%s".formatted(i, key));
          }
          moves(step, i, "renamed_classes", "{from: string, to: string}");
          moves(step, i, "transferred_classes", "{from: string, from_script: string, to: string}");
        }
      }
    }

    /** What the items have to be is for MIG03 and MIG04 to say. */
    private void moves(Node.Table step, int index, String key, String shape) {
      step.get(key)
          .filter(value -> isWritten(value) && !(value instanceof Node.Array))
          .ifPresent(
              value ->
                  report(
                      value,
                      "Expected \"migrations[%d].%s\" to be an array of \"%s\" objects but got %s."
                          .formatted(index, key, shape, describe(value))));
    }

    private void classes(Node.Table step, String key, String field) {
      step.get(key)
          .filter(FieldShape::isWritten)
          .ifPresent(
              list -> {
                if (!(list instanceof Node.Array array)) {
                  report(list, "Expected \"%s\" to be an array of strings but got %s", field);
                  return;
                }
                for (var item : array.items()) {
                  if (!(item instanceof Node.Text) && isWritten(item)) {
                    report(item, "Expected \"%s\" to be an array of strings but got %s", field);
                  }
                }
              });
    }

    void exports() {
      new ExportFieldShape(subject.isComplete(), this::say).check(environment);
      environment
          .ownValue("exports")
          .filter(value -> !(value instanceof Node.Table) && isWritten(value))
          .ifPresent(
              value ->
                  report(
                      value,
                      "The optional \"%s\" field should be an object keyed by class name, but got"
                          + " %s",
                      path("exports")));
    }

    private String path(String key) {
      return environment.path(key);
    }

    private void report(Node value, String message, String field) {
      report(value, message.formatted(field, describe(value)));
    }

    private void report(Node value, String message) {
      out.accept(new Diagnostic(KIND, subject.at(anchor(value)), message));
    }
  }

  /** A list can be long and stand on many lines: what it begins with. */
  static Span anchor(Node value) {
    if (!(value instanceof Node.Array array)) {
      return value.anchor();
    }
    return array.items().isEmpty()
        ? new Span(array.span().start(), array.span().start() + 1)
        : array.items().getFirst().anchor();
  }

  /**
   * What is not typed yet, and a bare word that the parser has complained of, are no wrong shape.
   */
  static boolean isWritten(Node value) {
    return !(value instanceof Node.Missing) && !(value instanceof Node.Word);
  }

  /** Without an exponent, as people write them. */
  private static String plain(Number number) {
    return Double.isFinite(number.doubleValue())
        ? new BigDecimal(number.toString()).toPlainString()
        : number.toString();
  }

  static String describe(Node value) {
    return switch (value) {
      case Node.Table _ -> "an object";
      case Node.Array _ -> "an array";
      case Node.Text text -> "\"" + text.value() + "\"";
      case Node.Numeric number -> plain(number.value());
      case Node.Bool bool -> Boolean.toString(bool.value());
      case Node.Null _ -> "null";
      case Node.Word word -> word.raw();
      case Node.Missing _ -> "nothing";
    };
  }
}
