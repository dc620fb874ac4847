package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import java.util.function.Consumer;

/** LEG05: {@code miniflare.durable_objects_persist}. */
final class MiniflarePersistence implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
              "LEG05",
              Severity.INFORMATION,
              "Persistence is set as in Miniflare 2",
              """
          Miniflare 2 took its settings from `[miniflare]`, which wrangler ignores: it always \
          keeps local data, under `.wrangler/state`. Durascope follows the setting, a path or a \
          `redis://` address, where no `--persist-to` is given.
          """,
              """
          [miniflare]
          durable_objects_persist = "./data"
          """)
          .ofOutdated();

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    subject
        .config()
        .document()
        .root()
        .table("miniflare")
        .flatMap(table -> table.entry("durable_objects_persist"))
        .ifPresent(
            entry ->
                out.accept(
                    new Diagnostic(
                        KIND,
                        subject.at(entry.key().span()),
                        "A setting of Miniflare 2: wrangler ignores it, durascope dev follows"
                            + " it")));
  }
}
