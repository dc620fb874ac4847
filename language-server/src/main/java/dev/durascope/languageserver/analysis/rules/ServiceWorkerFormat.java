package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.EnvironmentView;
import dev.durascope.languageserver.analysis.Place;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.modules.Expression;
import dev.durascope.model.modules.SourceCode;
import dev.durascope.model.text.Span;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

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
          by `script_name`. A CommonJS module, which has `module.exports`, is a script to \
          wrangler, too.
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

  /** An assignment at the beginning of a line is one of the module itself. */
  private static final Pattern COMMON_JS =
      Pattern.compile("(?m)^(module\\.exports|exports\\.[\\w$]+)\\s*=");

  private static final Set<String> EVENTS = Set.of("fetch", "scheduled");

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var view : subject.views()) {
      var bound = view.ownClasses();
      if (!bound.isEmpty()) {
        view.sources().stream()
            .filter(view::entersBy)
            .findFirst()
            .flatMap(source -> script(view, source))
            .ifPresent(
                place ->
                    out.accept(
                        new Diagnostic(
                                KIND,
                                place,
                                "You seem to be trying to use Durable Objects in a Worker written"
                                    + " as a service-worker")
                            .relatedTo(
                                subject.at(bound.getFirst().span()),
                                "this class is to be its own")));
      }
    }
  }

  /** What makes the entry point a script. */
  private static Optional<Place> script(EnvironmentView view, SourceCode source) {
    if (view.isCommonJs()) {
      var assigned = COMMON_JS.matcher(source.code().words().text());
      return assigned.find()
          ? Optional.of(ObjectCalls.at(source, new Span(assigned.start(1), assigned.end(1))))
          : Optional.empty();
    }
    return view.exportsNothing() ? listener(source) : Optional.empty();
  }

  private static Optional<Place> listener(SourceCode source) {
    return source.code().calls().stream()
        .filter(call -> call.method().value().equals("addEventListener"))
        .filter(call -> call.receiver().isEmpty())
        .filter(call -> source.code().flow().functionAround(call.span()).isEmpty())
        .filter(
            call ->
                call.argument(0).orElse(null) instanceof Expression.Text event
                    && EVENTS.contains(event.value()))
        .findFirst()
        .map(call -> ObjectCalls.at(source, call.method().span()));
  }
}
