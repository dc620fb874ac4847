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
import java.util.function.Consumer;

/** EXP13: a class that is handed over to a Worker of the workspace, which does not expect it. */
final class TransferNotExpected implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "EXP13",
          Severity.ERROR,
          "A class is handed over to a Worker that does not expect it",
          """
          A transfer has two halves: the receiving Worker first deploys a live entry of the class \
          with `state = "expecting-transfer"` and `transfer_from`, then this one deploys \
          `transferred`. Without the first half Cloudflare refuses the second (100402). Add the \
          entry to the other Worker's `exports`.
          """,
          """
          [exports.Room]
          type = "durable-object"
          state = "transferred"
          transferred_to = "rooms" # the Worker beside, which has no entry for Room
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var view : subject.views()) {
      for (var entry : view.environment().exports()) {
        if (entry.isDurableObject() && entry.state().equals("transferred")) {
          entry
              .fields()
              .string("transferred_to")
              .ifPresent(to -> check(subject, view, entry, to, out));
        }
      }
    }
  }

  private static void check(
      Subject subject,
      EnvironmentView view,
      ExportEntry entry,
      Located<String> to,
      Consumer<Diagnostic> out) {
    var others = OtherWorker.named(subject, view, to.value());
    if (others.isEmpty() || !others.stream().allMatch(other -> lacks(other, entry))) {
      return;
    }
    out.accept(
        new Diagnostic(
                KIND,
                subject.at(to.span()),
                "\"%s\" does not expect \"%s\": its exports have no live entry of that class"
                    .formatted(to.value(), entry.className()))
            .relatedTo(others.getFirst().place(), "the Worker \"" + to.value() + "\""));
  }

  /** After the transfer the entry may be a plain one, so any that is alive will do. */
  private static boolean lacks(OtherWorker other, ExportEntry entry) {
    return other.view().environment().lifecycle().form() != Lifecycle.Form.MIGRATIONS
        && other.export(entry.className()).filter(ExportEntry::isLive).isEmpty();
  }
}
