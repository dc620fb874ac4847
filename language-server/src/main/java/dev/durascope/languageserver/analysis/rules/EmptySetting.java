package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Fix;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.languageserver.analysis.TextRemoval;
import dev.durascope.model.tree.Node;
import java.util.List;
import java.util.function.Consumer;

/** CFG14: an empty {@code account_id}, {@code zone_id} or {@code route}. */
final class EmptySetting implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
              "CFG14",
              Severity.WARNING,
              "A setting is empty and ignored",
              """
          Templates leave these to be filled in. wrangler ignores an empty one: *is an empty \
          string and will be ignored. Please remove the field*. The quick-fix removes it.
          """,
              """
          account_id = ""
          """)
          .ofUnused();

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  private static final List<String> KEYS = List.of("account_id", "zone_id", "route");

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var view : subject.views()) {
      for (var key : KEYS) {
        view.environment()
            .own()
            .entry(key)
            .filter(entry -> entry.value() instanceof Node.Text text && text.value().isEmpty())
            .ifPresent(
                entry ->
                    out.accept(
                        new Diagnostic(
                                KIND,
                                subject.at(entry.key().span()),
                                "\"%s\" is an empty string and will be ignored".formatted(key))
                            .with(
                                new Fix(
                                    "Remove \"" + key + "\"",
                                    TextRemoval.entry(subject.config(), entry)))));
      }
    }
  }
}
