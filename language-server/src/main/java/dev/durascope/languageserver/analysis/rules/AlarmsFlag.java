package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Fix;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.languageserver.analysis.TextRemoval;
import dev.durascope.model.tree.Node;
import java.util.List;
import java.util.function.Consumer;

/** LEG09: the flag {@code durable_object_alarms}. */
final class AlarmsFlag implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
              "LEG09",
              Severity.INFORMATION,
              "A compatibility flag does nothing any more",
              """
          Alarms needed this flag while they were being tried out. They are always there today. \
          The quick-fix removes it.
          """,
              """
          compatibility_flags = ["durable_object_alarms"]
          """)
          .ofOutdated();

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var view : subject.views()) {
      for (var flag :
          view.environment().ownValue("compatibility_flags").map(Node::asItems).orElse(List.of())) {
        if (flag instanceof Node.Text text && text.value().equals("durable_object_alarms")) {
          out.accept(
              new Diagnostic(
                      KIND,
                      subject.at(text.inside()),
                      "Alarms are always there today: the flag does nothing")
                  .with(new Fix("Remove the flag", TextRemoval.item(subject.config(), flag))));
        }
      }
    }
  }
}
