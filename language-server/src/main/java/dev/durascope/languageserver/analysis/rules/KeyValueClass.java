package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import java.util.function.Consumer;

/** MIG05: a class that lives on the key-value storage. */
final class KeyValueClass implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "MIG05",
          Severity.WARNING,
          "A class is created with the older storage",
          """
          `new_classes` gives a class the older key-value storage: no SQL, no synchronous access, \
          no point-in-time recovery, and not on the free plan (10097). New classes belong into \
          `new_sqlite_classes`. A class that has been deployed cannot change its storage any more, \
          so leave a migration that has been applied as it is, and silence this by a comment \
          `durascope-ignore MIG05`.
          """,
          """
          [[migrations]]
          tag = "v1"
          new_classes = ["Room"]
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var view : subject.views()) {
      var lifecycle = view.environment().lifecycle();
      for (var step : view.environment().migrations()) {
        for (var name : step.createdWithKeyValue()) {
          boolean alive =
              lifecycle
                  .find(name.value())
                  .filter(live -> live.introduced().equals(name.span()))
                  .isPresent();
          if (alive) {
            out.accept(
                new Diagnostic(
                    KIND,
                    subject.at(name.span()),
                    "\"%s\" gets the older key-value storage: create new classes by new_sqlite_classes"
                        .formatted(name.value())));
          }
        }
      }
    }
  }
}
