package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.EnvironmentView;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.config.ExportEntry;
import dev.durascope.model.config.Lifecycle;
import dev.durascope.model.text.Located;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * EXP14: a class that is expected from a Worker of the workspace, which neither has it nor hands it
 * over.
 */
final class TransferNotOffered implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "EXP14",
          Severity.WARNING,
          "A class is expected from a Worker that does not hand it over",
          """
          A transfer has two halves: this Worker deploys `expecting-transfer`, then the other one, \
          which has the class until then, deploys `transferred` with this Worker's name. The other \
          Worker's `exports` have the class in another state, or not at all, so that nothing will \
          come. After a transfer that is done remove `state` and `transfer_from`.
          """,
          """
          [exports.Room]
          type = "durable-object"
          storage = "sqlite"
          state = "expecting-transfer"
          transfer_from = "rooms" # the Worker beside, which has no entry for Room
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var view : subject.views()) {
      for (var entry : view.environment().exports()) {
        if (entry.isDurableObject() && entry.state().equals(ExportEntry.EXPECTING_TRANSFER)) {
          entry
              .fields()
              .string("transfer_from")
              .ifPresent(from -> check(subject, view, entry, from, out));
        }
      }
    }
  }

  private static void check(
      Subject subject,
      EnvironmentView view,
      ExportEntry entry,
      Located<String> from,
      Consumer<Diagnostic> out) {
    var self = view.environment().workerName();
    var others = OtherWorker.named(subject, view, from.value());
    if (others.isEmpty() || !others.stream().allMatch(other -> isLost(other, entry, self))) {
      return;
    }
    out.accept(
        new Diagnostic(
                KIND,
                subject.at(from.span()),
                "\"%s\" has no \"%s\" to hand over to this Worker"
                    .formatted(from.value(), entry.className()))
            .relatedTo(others.getFirst().place(), "the Worker \"" + from.value() + "\""));
  }

  private static boolean isLost(OtherWorker other, ExportEntry entry, Optional<String> self) {
    if (other.view().environment().lifecycle().form() != Lifecycle.Form.EXPORTS) {
      return false;
    }
    var theirs = other.export(entry.className());
    return theirs.isEmpty() || !(theirs.get().isLive() || isHandedTo(theirs.get(), self));
  }

  private static boolean isHandedTo(ExportEntry theirs, Optional<String> self) {
    return theirs.state().equals("transferred")
        && (self.isEmpty()
            || theirs.fields().string("transferred_to").map(Located::value).equals(self));
  }
}
