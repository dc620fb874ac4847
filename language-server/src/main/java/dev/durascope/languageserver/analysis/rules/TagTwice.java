package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.text.Located;
import java.util.HashMap;
import java.util.function.Consumer;

/** MIG02: a tag that an earlier migration has already. */
final class TagTwice implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "MIG02",
          Severity.ERROR,
          "Two migrations have one tag",
          """
          Cloudflare remembers only the tag that was applied last, and applies what stands after \
          it. With a tag given twice the steps between the two are applied again at every \
          deployment, which fails (10074). wrangler does not notice. Give the later one a new tag, \
          if it has not been deployed yet.
          """,
          """
          [[migrations]]
          tag = "v1"
          new_sqlite_classes = ["Room"]

          [[migrations]]
          tag = "v1"
          new_sqlite_classes = ["Lobby"]
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var steps : subject.histories()) {
      var first = new HashMap<String, Located<String>>();
      for (var step : steps) {
        step.tag()
            .ifPresent(
                tag -> {
                  var before = first.putIfAbsent(tag.value(), tag);
                  if (before != null) {
                    out.accept(
                        new Diagnostic(
                                KIND,
                                subject.at(tag.span()),
                                "The tag \"%s\" is used by an earlier migration"
                                    .formatted(tag.value()))
                            .relatedTo(subject.at(before.span()), "it is used here first"));
                  }
                });
      }
    }
  }
}
