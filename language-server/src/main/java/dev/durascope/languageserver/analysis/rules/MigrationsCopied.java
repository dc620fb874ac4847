package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.config.Environment;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** ENV02: an environment whose own migrations begin as those of the top level do. */
final class MigrationsCopied implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "ENV02",
          Severity.WARNING,
          "An environment repeats the top level's migrations",
          """
          An environment inherits `migrations`, and a list of its own replaces the top level's, it \
          never adds to it. A copy therefore works until the next tag is added at the top level \
          only: that one never reaches the environment. Delete the copy, unless the environment's \
          history really is another one.
          """,
          """
          [[migrations]]
          tag = "v1"
          new_sqlite_classes = ["Room"]

          [env.staging]
          [[env.staging.migrations]]
          tag = "v1"
          new_sqlite_classes = ["Room"]
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  private static final String KEY = "migrations";

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    var inherited = steps(subject.config().top());
    if (!subject.isComplete() || inherited.isEmpty()) {
      return;
    }
    for (var view : subject.views()) {
      var environment = view.environment();
      var own = environment.own().entry(KEY);
      if (environment.isTop() || own.isEmpty()) {
        continue;
      }
      var steps = steps(environment);
      if (!steps.isEmpty()
          && inherited.size() >= steps.size()
          && inherited.subList(0, steps.size()).equals(steps)) {
        out.accept(
            new Diagnostic(
                KIND,
                subject.at(own.get().key().span()),
                "env.%s repeats the migrations of the top level, which it would inherit: later tags there will not reach it"
                    .formatted(environment.name().orElseThrow())));
      }
    }
  }

  private static List<Optional<Object>> steps(Environment environment) {
    return environment.migrations().stream()
        .map(step -> Optional.ofNullable(step.table().toPlain()))
        .toList();
  }
}
