package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.modules.Expression;
import java.util.Set;
import java.util.function.Consumer;

/** BND04: objects of a Worker whose entry point is a script with {@code addEventListener}. */
final class ServiceWorkerFormat implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "BND04",
          Severity.ERROR,
          "A script cannot have Durable Objects",
          """
          A Worker that listens by `addEventListener("fetch", …)` and exports nothing is a script, \
          not a module. wrangler refuses: *You seem to be trying to use Durable Objects in a \
          Worker written as a service-worker.* Write `export default { async fetch(request, env, \
          ctx) { … } }` in its place and export the classes, or name the Worker that has the class \
          by `script_name`.
          """,
          """
          //- /wrangler.toml
          main = "src/index.js"

          [[durable_objects.bindings]]
          name = "ROOM"
          class_name = "Room"

          [[migrations]]
          tag = "v1"
          new_sqlite_classes = ["Room"]
          //- /src/index.js
          class Room {}

          addEventListener("fetch", (event) => {
            event.respondWith(new Response("hello"));
          });
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  private static final Set<String> EVENTS = Set.of("fetch", "scheduled");

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var view : subject.views()) {
      var bound = view.ownClasses();
      if (bound.isEmpty() || !view.exportsNothing()) {
        continue;
      }
      for (var source : view.sources()) {
        if (!view.entersBy(source)) {
          continue;
        }
        source.code().calls().stream()
            .filter(call -> call.method().value().equals("addEventListener"))
            .filter(call -> call.receiver().isEmpty())
            .filter(call -> source.code().flow().functionAround(call.span()).isEmpty())
            .filter(
                call ->
                    call.argument(0).orElse(null) instanceof Expression.Text event
                        && EVENTS.contains(event.value()))
            .findFirst()
            .ifPresent(
                call ->
                    out.accept(
                        new Diagnostic(
                                KIND,
                                ObjectCalls.at(source, call.method().span()),
                                "You seem to be trying to use Durable Objects in a Worker written"
                                    + " as a service-worker")
                            .relatedTo(
                                subject.at(bound.getFirst().span()),
                                "this class is to be its own")));
      }
    }
  }
}
