package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.config.ExportEntry;
import java.util.function.Consumer;

/** EXP12: a live entry of {@code exports} with the older storage. */
final class DeclaredKeyValueClass implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "EXP12",
          Severity.WARNING,
          "A class is declared with the older storage",
          """
          `legacy-kv` is for classes that were deployed with the older key-value storage: no SQL, \
          no synchronous access, no point-in-time recovery. A new class takes `sqlite`. One that \
          has been deployed cannot change its storage, so leave its entry as it is, and silence \
          this by a comment `durascope-ignore EXP12`.
          """,
          """
          [exports.Room]
          type = "durable-object"
          storage = "legacy-kv"
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var view : subject.views()) {
      for (var entry : view.environment().exports()) {
        // A class that another Worker hands over brings its storage along.
        if (entry.isLive() && entry.state().equals(ExportEntry.CREATED)) {
          entry
              .fields()
              .string("storage")
              .filter(storage -> storage.value().equals("legacy-kv"))
              .ifPresent(
                  storage ->
                      out.accept(
                          new Diagnostic(
                              KIND,
                              subject.at(storage.span()),
                              "\"%s\" has the older key-value storage: declare new classes with"
                                      .formatted(entry.className())
                                  + " \"sqlite\"")));
        }
      }
    }
  }
}
