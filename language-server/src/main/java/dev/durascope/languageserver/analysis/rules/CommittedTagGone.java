package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Fix;
import dev.durascope.languageserver.analysis.Place;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.languageserver.plan.Refusal;
import dev.durascope.languageserver.plan.Upload;
import dev.durascope.model.config.ClassHistory.Step;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * MIG15: the tag that was applied last is gone, or stands before tags that were applied already, so
 * that migrations would be applied again which cannot be.
 *
 * <p>The first tags of a long list may go, and so may all but the last one. What is sent again is
 * played on what is alive: only what cannot be applied is a fault.
 */
final class CommittedTagGone implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "MIG15",
          Severity.WARNING,
          "Migrations that were applied would be applied again",
          """
          Cloudflare remembers the tag that was applied last, and wrangler sends what stands behind \
          it in the list; if the list does not have it, wrangler sends everything. So a last tag \
          that is renamed, removed or moved makes old migrations be applied again, and creating a \
          class that is there is refused (10074). Keep the tags of what is deployed and add new \
          ones behind them; the first ones of a long list may go. Compared with the last commit, \
          which may not be deployed; `--base` names what is, and then this is an error.
          """,
          """
          # [[migrations]] with tag = "v1" was committed
          [[migrations]]
          tag = "first"
          new_sqlite_classes = ["Room"]
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var since : SinceDeployed.of(subject)) {
      if (since.hasTags()) {
        check(subject, since, since.upload(), out);
      }
    }
  }

  private static void check(
      Subject subject, SinceDeployed since, Upload upload, Consumer<Diagnostic> out) {
    var classes = since.deployed().copy();
    for (var step : upload.pending()) {
      var refusals = classes.apply(step);
      boolean isAgain = !upload.isFound() || since.writtenThen(step.tag()).isPresent();
      if (!refusals.isEmpty() && isAgain) {
        out.accept(
            upload.isFound()
                ? moved(subject, since, step, refusals.getFirst())
                : gone(subject, since, step, refusals.getFirst()));
        return;
      }
    }
  }

  private static Diagnostic moved(
      Subject subject, SinceDeployed since, Step step, Refusal refusal) {
    return new Diagnostic(
        since.committed().baseline().judged(KIND),
        tag(subject, since, step),
        "\"%s\" stands behind \"%s\", the last tag in %s, and is applied again: %s (%d)"
            .formatted(
                step.tag(), since.lastTag(), since.revision(), refusal.message(), refusal.code()));
  }

  private static Diagnostic gone(Subject subject, SinceDeployed since, Step step, Refusal refusal) {
    var renamed = renamed(since);
    var place = tag(subject, since, renamed.orElse(step));
    var diagnostic =
        new Diagnostic(
            since.committed().baseline().judged(KIND),
            place,
            "\"%s\", the last tag in %s, is gone, so all migrations are applied again: %s (%d)"
                .formatted(since.lastTag(), since.revision(), refusal.message(), refusal.code()));
    return renamed.isPresent()
        ? diagnostic.with(
            new Fix("Call it \"" + since.lastTag() + "\" again", place, since.lastTag()))
        : diagnostic;
  }

  private static Place tag(Subject subject, SinceDeployed since, Step step) {
    return subject.at(since.written(step).tag().orElseThrow().span());
  }

  /** The step that was applied last, if it has another name now and nothing else has changed. */
  private static Optional<Step> renamed(SinceDeployed since) {
    var last = since.then().steps().getLast();
    return since.history().steps().stream()
        .filter(step -> step.changes().equals(last.changes()))
        .filter(step -> since.writtenThen(step.tag()).isEmpty())
        .findFirst();
  }
}
