package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.text.Located;
import java.util.List;
import java.util.function.Consumer;

/** MIG17: a class that a step has created goes from one list of new classes to the other. */
final class StorageInCommittedTag implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "MIG17",
          Severity.WARNING,
          "A migration that has been applied changes a class's storage",
          """
          A class keeps the storage that it was created with. Moving it from `new_classes` to \
          `new_sqlite_classes` in a step that has been applied changes nothing where it is \
          deployed, and only hides there what local tools then do: the objects still have no SQL. \
          To change the storage create a class of another name, or delete the class, with its \
          data, and create it again. Compared with the last commit, which may not be deployed; \
          `--base` names what is, and then this is an error.
          """,
          """
          # [[migrations]] with tag = "v1" and new_classes = ["Hall"] was committed
          [[migrations]]
          tag = "v1"
          new_sqlite_classes = ["Hall"]
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
      for (var step : since.upload().applied()) {
        var then = since.writtenThen(step.tag());
        if (then.isPresent()) {
          var now = since.written(step);
          check(subject, since, now.createdWithSqlite(), then.get().createdWithKeyValue(), out);
          check(subject, since, now.createdWithKeyValue(), then.get().createdWithSqlite(), out);
        }
      }
    }
  }

  private static void check(
      Subject subject,
      SinceDeployed since,
      List<Located<String>> now,
      List<Located<String>> then,
      Consumer<Diagnostic> out) {
    for (var name : now) {
      boolean isMoved = then.stream().anyMatch(each -> each.value().equals(name.value()));
      // A class of one list in a step and the other in the next was deleted in between.
      if (isMoved && since.deployed().has(name.value())) {
        out.accept(
            new Diagnostic(
                since.committed().baseline().judged(KIND),
                subject.at(name.span()),
                "\"%s\" was created with %s storage in %s, and keeps it"
                    .formatted(
                        name.value(),
                        since
                            .deployed()
                            .storage(name.value())
                            .map(StorageWords::of)
                            .orElse("other"),
                        since.revision())));
      }
    }
  }
}
