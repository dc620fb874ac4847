package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Fix;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.config.ExportEntry;
import dev.durascope.model.config.Lifecycle.Storage;
import dev.durascope.model.text.Located;
import java.util.Optional;
import java.util.function.Consumer;

/** EXP11: a live entry of {@code exports} whose class was created on another storage. */
final class DeclaredStorageChanged implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "EXP11",
          Severity.WARNING,
          "The storage of a class is changed",
          """
          A class keeps the storage that it was created with: one that `new_classes` has created is \
          `"legacy-kv"` in `exports`, and stays so. To have SQLite create a class of another name. \
          Compared with the last commit, which may not be deployed; `--base` names what is, and \
          then this is an error.
          """,
          """
          # [[migrations]] with tag = "v1" and new_classes = ["Hall"] was committed
          [exports.Hall]
          type = "durable-object"
          storage = "sqlite"
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var since : SinceDeployed.of(subject)) {
      for (var entry : since.now().environment().exports()) {
        var now = declared(entry);
        var then = since.deployed().storage(entry.className());
        if (entry.isLive() && now.isPresent() && then.isPresent() && !now.equals(then)) {
          report(subject, since, entry, then.get(), out);
        }
      }
    }
  }

  private static Optional<Storage> declared(ExportEntry entry) {
    return switch (entry.fields().string("storage").map(Located::value).orElse("")) {
      case "sqlite" -> Optional.of(Storage.SQLITE);
      case "legacy-kv" -> Optional.of(Storage.KEY_VALUE);
      default -> Optional.empty();
    };
  }

  private static void report(
      Subject subject,
      SinceDeployed since,
      ExportEntry entry,
      Storage then,
      Consumer<Diagnostic> out) {
    var place = subject.at(entry.fields().string("storage").orElseThrow().span());
    var former = then == Storage.SQLITE ? "sqlite" : "legacy-kv";
    out.accept(
        new Diagnostic(
                since.committed().baseline().judged(KIND),
                place,
                "\"%s\" has %s storage in %s, and keeps it"
                    .formatted(entry.className(), StorageWords.of(then), since.revision()))
            .with(new Fix("Replace by \"" + former + "\"", place, former)));
  }
}
