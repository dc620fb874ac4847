package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.EnvironmentView;
import dev.durascope.languageserver.analysis.Place;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.languageserver.plan.DeployedClasses;
import dev.durascope.model.config.Lifecycle;
import dev.durascope.model.modules.ExportLookup.NotExported;
import dev.durascope.model.modules.ExportLookup.TypeOnly;
import dev.durascope.model.text.Span;
import dev.durascope.model.tree.Node;
import java.util.function.Consumer;

/**
 * MIG14: a class that is alive where it is deployed, and that the code surely does not export any
 * more, without a migration to come that deletes or renames it.
 *
 * <p>A class that the migrations still name is {@link MigratedClassNotExported}. One that is bound
 * by {@code script_name} now has gone to another Worker.
 */
final class DroppedClassAlive implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "MIG14",
          Severity.WARNING,
          "A class is dropped while it has objects",
          """
          The class is alive where the Worker is deployed, and the code does not export it any more. \
          Cloudflare refuses that (10064): its objects would be out of reach. Add a migration at \
          the end that deletes the class, with the data of all its objects, or renames it. Compared \
          with the last commit, which may not be deployed; `--base` names what is, and then this is \
          an error.
          """,
          """
          # [[migrations]] with tag = "v1" and new_sqlite_classes = ["Room"] was committed
          main = "src/plain.js" # exports no class

          [[migrations]]
          tag = "v1"
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var since : SinceDeployed.of(subject)) {
      if (since.then().form() == Lifecycle.Form.NONE
          || since.history().form() == Lifecycle.Form.EXPORTS) {
        continue;
      }
      var lifecycle = since.now().environment().lifecycle();
      var after = after(since);
      var names =
          since.deployed().live().keySet().stream()
              .filter(name -> after.has(name) && lifecycle.find(name).isEmpty())
              .filter(name -> isDropped(since.before(), since.now(), name))
              .filter(name -> !isElsewhere(since.now(), name))
              .toList();
      if (!names.isEmpty()) {
        boolean one = names.size() == 1;
        out.accept(
            new Diagnostic(
                since.committed().baseline().judged(KIND),
                place(subject, since.now()),
                "%s %s alive in %s and not exported any more: delete or rename %s in a new migration (10064)"
                    .formatted(
                        Named.all(names),
                        one ? "is" : "are",
                        since.revision(),
                        one ? "it" : "them")));
      }
    }
  }

  /** The classes after what is to come: without tags, after all that is written. */
  private static DeployedClasses after(SinceDeployed since) {
    var classes = since.deployed().copy();
    var steps = since.hasTags() ? since.upload().pending() : since.history().steps();
    steps.forEach(classes::replay);
    return classes;
  }

  private static boolean isDropped(EnvironmentView before, EnvironmentView now, String name) {
    if (before.lookup(name) instanceof NotExported) {
      return false;
    }
    return switch (now.lookup(name)) {
      case NotExported _, TypeOnly _ -> true;
      default -> false;
    };
  }

  private static boolean isElsewhere(EnvironmentView now, String name) {
    return now.environment().durableObjects().stream()
        .filter(binding -> !binding.isOwnClass(now.environment()))
        .flatMap(binding -> binding.className().stream())
        .anyMatch(bound -> bound.value().equals(name));
  }

  /** The list that lacks the step; where there is none any more, the beginning of the file. */
  private static Place place(Subject subject, EnvironmentView view) {
    var environment = view.environment();
    Span span =
        environment
            .own()
            .entry("migrations")
            .or(() -> environment.top().entry("migrations"))
            .map(Node.Entry::key)
            .map(Node.Key::span)
            .orElseGet(subject::firstStatement);
    return subject.at(span);
  }
}
