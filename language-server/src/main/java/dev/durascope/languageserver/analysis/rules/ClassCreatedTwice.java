package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.text.Located;
import java.util.HashMap;
import java.util.function.Consumer;

/** MIG06: a class that comes to life while it is alive. */
final class ClassCreatedTwice implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "MIG06",
          Severity.ERROR,
          "A class is created twice",
          """
          A class is created once. Cloudflare refuses a migration that creates it again (10074), \
          and local tools do not start. Delete the second mention, or the class in a step between.
          """,
          """
          [[migrations]]
          tag = "v1"
          new_sqlite_classes = ["Room"]

          [[migrations]]
          tag = "v2"
          new_sqlite_classes = ["Room"]
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var steps : subject.histories()) {
      var alive = new HashMap<String, Located<String>>();
      for (var step : steps) {
        step.deleted().forEach(name -> alive.remove(name.value()));
        step.renamed().forEach(move -> move.from().ifPresent(from -> alive.remove(from.value())));
        for (var name : step.created()) {
          var before = alive.get(name.value());
          if (before != null) {
            out.accept(
                new Diagnostic(
                        KIND,
                        subject.at(name.span()),
                        "\"%s\" is created already".formatted(name.value()))
                    .relatedTo(subject.at(before.span()), "it is created here"));
          } else {
            alive.put(name.value(), name);
          }
        }
        step.renamed()
            .forEach(move -> move.to().ifPresent(to -> alive.putIfAbsent(to.value(), to)));
        step.transferred()
            .forEach(move -> move.to().ifPresent(to -> alive.putIfAbsent(to.value(), to)));
      }
    }
  }
}
