package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.EnvironmentView;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** CFG10: the name of an object's binding that cannot be written behind a dot. */
final class BindingNameNoIdentifier implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "CFG10",
          Severity.INFORMATION,
          "A binding's name is no identifier",
          """
          The name works, but in code the binding is reachable as `env["my-room"]` only, and \
          destructuring needs a rename. Names in capitals, as `MY_ROOM`, are the custom.
          """,
          """
          [[durable_objects.bindings]]
          name = "my-room"
          class_name = "Room"
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  private static final Pattern IDENTIFIER =
      Pattern.compile("[\\p{L}\\p{Nl}$_][\\p{L}\\p{Nl}\\p{Nd}\\p{Mn}\\p{Mc}\\p{Pc}$]*");

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var view : subject.bindingViews()) {
      for (var binding : view.environment().durableObjects()) {
        binding
            .name()
            .filter(name -> !name.value().isEmpty())
            .filter(name -> !IDENTIFIER.matcher(name.value()).matches())
            .filter(name -> !EnvironmentView.isPlaceholder(name.value()))
            .ifPresent(
                name ->
                    out.accept(
                        new Diagnostic(
                            KIND,
                            subject.at(name.span()),
                            "\"%s\" is not an identifier: code reaches it as env[\"%s\"] only"
                                .formatted(name.value(), name.value()))));
      }
    }
  }
}
