package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Fix;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.languageserver.analysis.TextRemoval;
import dev.durascope.model.tree.Node;
import java.util.function.Consumer;

/** LEG08: {@code legacy_env} and {@code node_compat}, which stop today's wrangler. */
final class RemovedSetting implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
              "LEG08",
              Severity.ERROR,
              "A setting was removed from wrangler",
              """
          wrangler refuses the configuration: *The "legacy_env" field is no longer supported*, \
          *The "node_compat" field is no longer supported as of Wrangler v4.* Environments are \
          Workers of their own today, which is what `legacy_env = true` meant; Node's modules come \
          with the compatibility flag `nodejs_compat`. The quick-fix removes the key.
          """,
              """
          node_compat = true
          """)
          .ofOutdated();

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    var root = subject.config().document().root();
    root.entry("legacy_env")
        .ifPresent(
            entry ->
                report(
                    subject,
                    entry,
                    "The \"legacy_env\" field is no longer supported, so please remove it from your"
                        + " configuration file.",
                    out));
    for (var view : subject.views()) {
      view.environment()
          .own()
          .entry("node_compat")
          .ifPresent(
              entry ->
                  report(
                      subject,
                      entry,
                      "The \"node_compat\" field is no longer supported as of Wrangler v4. Instead,"
                          + " use the `nodejs_compat` compatibility flag.",
                      out));
    }
  }

  private static void report(
      Subject subject, Node.Entry entry, String message, Consumer<Diagnostic> out) {
    out.accept(
        new Diagnostic(KIND, subject.at(entry.key().span()), message)
            .with(
                new Fix(
                    "Remove \"" + entry.key().name() + "\"",
                    TextRemoval.entry(subject.config(), entry))));
  }
}
