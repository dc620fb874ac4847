package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import java.util.Optional;
import java.util.function.Consumer;

/** MIG12: a transfer whose {@code from_script} is the Worker itself. */
final class TransferFromItself implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "MIG12",
          Severity.ERROR,
          "A class is transferred from this very Worker",
          """
          `transferred_classes` takes a class over from another Worker. Within one Worker that is \
          a rename: use `renamed_classes`.
          """,
          """
          name = "chat"

          [[migrations]]
          tag = "v2"
          transferred_classes = [{ from = "Room", from_script = "chat", to = "ChatRoom" }]
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var view : subject.views()) {
      // An inherited list is the top level's: what it says is meant for the top level's name.
      if (view.environment().own().get("migrations").isEmpty()) {
        continue;
      }
      var self = view.environment().workerName();
      for (var step : view.environment().migrations()) {
        for (var move : step.transferred()) {
          move.fromScript()
              .filter(script -> self.equals(Optional.of(script.value())))
              .ifPresent(
                  script ->
                      out.accept(
                          new Diagnostic(
                              KIND,
                              subject.at(script.span()),
                              "\"%s\" is this Worker: within one, renamed_classes does it"
                                  .formatted(script.value()))));
        }
      }
    }
  }
}
