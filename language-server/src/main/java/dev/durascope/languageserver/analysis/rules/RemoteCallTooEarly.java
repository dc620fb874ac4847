package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.EnvironmentView;
import dev.durascope.languageserver.analysis.Fix;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import java.util.function.Consumer;

/** JS20: a remote call of a Worker whose compatibility date is before remote calls. */
final class RemoteCallTooEarly implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "JS20",
          Severity.WARNING,
          "Remote calls need a later compatibility date",
          """
          A stub has the methods of its object since the compatibility date 2024-04-03, or with \
          the flag `rpc`. Before, it has `fetch` alone, and the call ends with *… is not a \
          function*. The quick-fix sets the date.
          """,
          """
          //- /wrangler.toml
          main = "src/index.js"
          compatibility_date = "2024-01-01"

          [[durable_objects.bindings]]
          name = "ROOM"
          class_name = "Room"
          script_name = "rooms"
          //- /src/index.js
          export default {
            async fetch(request, env) {
              return new Response(await env.ROOM.getByName("lobby").hello());
            },
          };
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  private static final String SINCE = "2024-04-03";

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    StubCalls.each(
        subject.views().stream().filter(RemoteCallTooEarly::isBefore).toList(),
        (view, found) -> {
          boolean isObject =
              view.environment().durableObjects().stream()
                  .flatMap(each -> each.name().stream())
                  .anyMatch(name -> name.value().equals(found.binding()));
          if (isObject) {
            var date = subject.at(view.compatibilityDate().orElseThrow().span());
            var method = found.call().method();
            out.accept(
                new Diagnostic(
                        KIND,
                        ObjectCalls.at(found.source(), method.span()),
                        "A stub has no method \"%s\" before the compatibility date %s"
                            .formatted(method.value(), SINCE))
                    .relatedTo(date, "the date is set here")
                    .with(new Fix("Set the date to " + SINCE, date, SINCE)));
          }
        });
  }

  private static boolean isBefore(EnvironmentView view) {
    return view.compatibilityDate().filter(date -> date.value().compareTo(SINCE) < 0).isPresent()
        && view.isOff("rpc");
  }
}
