package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.EnvironmentView;
import dev.durascope.languageserver.analysis.Fix;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.config.WorkerName;
import dev.durascope.model.text.Located;
import dev.durascope.model.tree.Node;
import java.util.function.Consumer;

/** CFG11: a {@code name} that Cloudflare refuses. */
final class WorkerNameUnfit implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "CFG11",
          Severity.ERROR,
          "The Worker's name has characters that are not allowed",
          """
          A Worker's name consists of lowercase letters, digits, dashes and underscores, and does \
          not begin with a dash, because it becomes part of a host name. wrangler refuses others: *Expected "name" to be of type string, \
          alphanumeric and lowercase with dashes only*. The quick-fix makes it fit. Local storage \
          is kept by the Worker's name, so objects stored under the old one stay behind.
          """,
          """
          name = "My Chat"
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var view : subject.views()) {
      view.environment()
          .ownValue("name")
          .flatMap(Node::asString)
          .filter(name -> !name.value().isEmpty() && !WorkerName.isFit(name.value()))
          .filter(name -> !EnvironmentView.isPlaceholder(name.value()))
          .ifPresent(name -> report(subject, name, out));
    }
  }

  private static void report(Subject subject, Located<String> name, Consumer<Diagnostic> out) {
    var place = subject.at(name.span());
    var fit = WorkerName.fit(name.value());
    out.accept(
        new Diagnostic(
                KIND,
                place,
                "Expected \"name\" to be of type string, alphanumeric and lowercase with dashes only but got \"%s\"."
                    .formatted(name.value()))
            .with(new Fix("Replace by \"" + fit + "\"", place, fit)));
  }
}
