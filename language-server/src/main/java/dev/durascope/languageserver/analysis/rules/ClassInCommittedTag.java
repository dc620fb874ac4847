package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.text.Located;
import java.util.function.Consumer;

/**
 * MIG16: a class that comes to life by a step that is applied already, or stands before one that
 * is, and was not there when it was.
 */
final class ClassInCommittedTag implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "MIG16",
          Severity.WARNING,
          "A class is added to a migration that has been applied",
          """
          Cloudflare applies what stands behind the tag that was applied last. What is added to that \
          step, or before it, never runs: the class is not created, and a binding to it is refused \
          (10061). Put it into a step of its own at the end. Compared with the last commit, which \
          may not be deployed; `--base` names what is, and then this is an error.
          """,
          """
          # [[migrations]] with tag = "v1" and new_sqlite_classes = ["Room"] was committed
          [[migrations]]
          tag = "v1"
          new_sqlite_classes = ["Room", "ChatRoom"]
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var since : SinceDeployed.of(subject)) {
      if (!since.hasTags()) {
        continue;
      }
      var lifecycle = since.now().environment().lifecycle();
      for (var step : since.upload().applied()) {
        for (var name : since.written(step).created()) {
          boolean survives =
              lifecycle
                  .find(name.value())
                  .filter(live -> live.introduced().equals(name.span()))
                  .isPresent();
          if (survives && !since.deployed().has(name.value())) {
            report(subject, since, name, out);
          }
        }
      }
    }
  }

  private static void report(
      Subject subject, SinceDeployed since, Located<String> name, Consumer<Diagnostic> out) {
    out.accept(
        new Diagnostic(
            since.committed().baseline().judged(KIND),
            subject.at(name.span()),
            "\"%s\" is never created: in %s \"%s\" is applied already, without it (10061)"
                .formatted(name.value(), since.revision(), since.lastTag())));
  }
}
