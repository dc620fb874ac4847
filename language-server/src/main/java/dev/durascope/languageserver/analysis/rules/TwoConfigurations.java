package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.config.ConfigFiles;
import java.util.function.Consumer;

/**
 * CFG02: a configuration that lies beside one that wrangler prefers, so that it is read only when
 * it is named.
 */
final class TwoConfigurations implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "CFG02",
          Severity.WARNING,
          "Another configuration takes precedence",
          """
          Without `--config` wrangler reads the first of `wrangler.json`, `wrangler.jsonc` and \
          `wrangler.toml` that it finds, and never looks at the others. Delete the one that is not \
          used, or give it another name (`wrangler.staging.toml`) if it is meant for `--config`.
          """,
          """
          # wrangler.toml, beside a wrangler.json
          name = "chat"
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var name : ConfigFiles.NAMES) {
      if (name.equals(subject.config().fileName())) {
        return;
      }
      if (ConfigFiles.NAMES.contains(subject.config().fileName()) && subject.hasSibling(name)) {
        out.accept(
            new Diagnostic(
                KIND,
                subject.at(subject.firstStatement()),
                "%s takes precedence: wrangler does not read this file unless --config names it"
                    .formatted(name)));
        return;
      }
    }
  }
}
