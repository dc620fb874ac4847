package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import java.util.function.Consumer;

/** LEG06: {@code miniflare.mounts}. */
final class MiniflareMounts implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
              "LEG06",
              Severity.INFORMATION,
              "Other Workers are mounted as in Miniflare 2",
              """
          Miniflare 2 ran several Workers together by `[miniflare.mounts]`, which wrangler \
          ignores: there it is `wrangler dev -c a -c b`. Durascope follows both.
          """,
              """
          [miniflare.mounts]
          rooms = "../rooms"
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
        .flatMap(table -> table.entry("mounts"))
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
