package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.EnvironmentView;
import dev.durascope.languageserver.analysis.Fix;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.languageserver.analysis.rules.StubCalls.StubCall;
import dev.durascope.model.modules.CodeFile.ClassCode;
import dev.durascope.model.modules.ExportLookup.Exported;
import dev.durascope.model.modules.SourceCode;
import dev.durascope.model.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** BND12: a remote call on a class of this Worker that surely extends nothing. */
final class RemoteCallOnPlainClass implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "BND12",
          Severity.ERROR,
          "A class without a base is called remotely",
          """
          Methods can be called on a stub if the class extends `DurableObject` of \
          `cloudflare:workers`. Otherwise the call fails: *The receiving Durable Object does not \
          support RPC, because its class was not declared with `extends DurableObject`.* The \
          quick-fix adds it, for a class without a constructor; one that has a constructor has to \
          call `super(ctx, env)` in it.
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
          export class Room {
            hello() {
              return "hello";
            }
          }

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

  private record Found(SourceCode source, ClassCode type) {}

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    var known = new HashMap<EnvironmentView, Map<String, Found>>();
    StubCalls.each(
        subject.views().stream().filter(view -> !view.isOff("rpc")).toList(),
        (view, call) -> {
          var found =
              known.computeIfAbsent(view, RemoteCallOnPlainClass::bound).get(call.binding());
          if (found != null && found.type().base().isEmpty()) {
            out.accept(report(call, found));
          }
        });
  }

  private static Diagnostic report(StubCall call, Found found) {
    var diagnostic =
        new Diagnostic(
                KIND,
                ObjectCalls.at(call.source(), call.call().method().span()),
                "The receiving Durable Object does not support RPC, because"
                    + " its class was not declared with `extends"
                    + " DurableObject`")
            .relatedTo(
                ObjectCalls.at(found.source(), found.type().name().span()),
                "this class extends nothing");
    return found.type().hasMethod("constructor") ? diagnostic : diagnostic.with(extend(found));
  }

  /** The classes of this Worker by the names of their bindings; of two, the first. */
  private static Map<String, Found> bound(EnvironmentView view) {
    var bound = new HashMap<String, Found>();
    for (var binding : view.environment().durableObjects()) {
      if (binding.name().isPresent()
          && binding.className().isPresent()
          && binding.isOwnClass(view.environment())) {
        var name = binding.className().get().value();
        if (view.lookup(name) instanceof Exported exported) {
          declared(view, exported, name)
              .ifPresent(found -> bound.putIfAbsent(binding.name().get().value(), found));
        }
      }
    }
    return bound;
  }

  private static Optional<Found> declared(EnvironmentView view, Exported exported, String name) {
    return view.sources().stream()
        .filter(source -> source.declares(exported))
        .flatMap(
            source ->
                source.code().classes().stream()
                    .filter(type -> type.name().value().equals(name))
                    .map(type -> new Found(source, type)))
        .findFirst();
  }

  private static Fix extend(Found found) {
    var edits = new ArrayList<Fix.Edit>();
    edits.add(
        new Fix.Edit(
            ObjectCalls.at(found.source(), Span.at(found.type().name().span().end())),
            " extends DurableObject"));
    if (!found.source().code().words().contains("DurableObject")) {
      edits.add(
          new Fix.Edit(
              ObjectCalls.at(found.source(), Span.at(0)),
              "import { DurableObject } from \"cloudflare:workers\";\n"));
    }
    return new Fix("Let \"%s\" extend DurableObject".formatted(found.type().name().value()), edits);
  }
}
