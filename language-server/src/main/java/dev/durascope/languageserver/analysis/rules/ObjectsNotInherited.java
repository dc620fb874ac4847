package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.BindingsEdit;
import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.config.Environment;
import dev.durascope.model.tree.Node;
import java.util.List;
import java.util.function.Consumer;

/** ENV01: an environment without {@code durable_objects}, which the top level has. */
final class ObjectsNotInherited implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "ENV01",
          Severity.WARNING,
          "An environment lacks the Durable Objects of the top level",
          """
          Environments do not inherit bindings. With `--env` this Worker has no Durable Objects at \
          all, and `env.ROOM` is `undefined`. wrangler warns: *"durable_objects" exists at the top \
          level, but not on "env.staging".* The quick-fix copies them. Containers are not \
          inherited either: there the class has none.
          """,
          """
          [[durable_objects.bindings]]
          name = "ROOM"
          class_name = "Room"

          [env.staging]
          vars = { STAGE = "staging" }
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  private static final String KEY = "durable_objects";

  private static final String CONTAINERS = "containers";

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    if (!subject.isComplete()) {
      return;
    }
    boolean hasObjects = !subject.config().top().durableObjects().isEmpty();
    boolean hasContainers =
        !subject.config().top().ownValue(CONTAINERS).map(Node::asItems).orElse(List.of()).isEmpty();
    for (var view : subject.views()) {
      var environment = view.environment();
      if (hasObjects && isMissing(environment, KEY)) {
        var diagnostic = diagnostic(subject, environment, KEY);
        out.accept(
            BindingsEdit.copyObjects(subject.config(), environment)
                .map(diagnostic::with)
                .orElse(diagnostic));
      }
      if (hasContainers && isMissing(environment, CONTAINERS)) {
        out.accept(diagnostic(subject, environment, CONTAINERS));
      }
    }
  }

  private static boolean isMissing(Environment environment, String key) {
    return !environment.isTop() && environment.own().get(key).isEmpty();
  }

  private static Diagnostic diagnostic(Subject subject, Environment environment, String key) {
    var declared = subject.config().document().root().entry(key).orElseThrow().key();
    return new Diagnostic(
            KIND,
            subject.at(environment.own().anchor()),
            "\"%s\" exists at the top level, but not on \"env.%s\", which does not inherit it"
                .formatted(key, environment.name().orElseThrow()))
        .relatedTo(subject.at(declared.span()), "it is declared here");
  }
}
