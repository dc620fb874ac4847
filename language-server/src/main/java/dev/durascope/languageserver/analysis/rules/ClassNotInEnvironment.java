package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.LifecycleEdit;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import java.util.function.Consumer;

/**
 * ENV03: an environment with a lifecycle of its own, which lacks a class that the top level's has.
 */
final class ClassNotInEnvironment implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "ENV03",
          Severity.ERROR,
          "An environment binds a class that its own migrations lack",
          """
          A list of migrations in an environment replaces the one of the top level. This \
          environment binds a class that only the top level's list creates, so Cloudflare refuses \
          the deployment to it (10061). The quick-fix adds a migration to the environment.
          """,
          """
          [[migrations]]
          tag = "v1"
          new_sqlite_classes = ["Room", "Lobby"]

          [env.staging.durable_objects]
          bindings = [{ name = "ROOM", class_name = "Room" }]

          [[env.staging.migrations]]
          tag = "v1"
          new_sqlite_classes = ["Lobby"]
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    if (!subject.isComplete()) {
      return;
    }
    for (var view : subject.views()) {
      for (var name : view.ownClasses()) {
        if (view.isHiddenByOwnMigrations(name.value())) {
          out.accept(
              new Diagnostic(
                      KIND,
                      subject.at(name.span()),
                      "\"%s\" is created at the top level, but env.%s has migrations of its own, which lack it"
                          .formatted(name.value(), view.environment().name().orElseThrow()))
                  .with(LifecycleEdit.create(subject.config(), view.environment(), name.value())));
        }
      }
    }
  }
}
