package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.modules.CodeFile.ClassCode;
import dev.durascope.model.modules.CodeFile.FieldUse;
import dev.durascope.model.modules.CodeFile.FieldUse.How;
import dev.durascope.model.modules.SourceCode;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * JS22: a field that one event sets and a socket's event reads, and nothing sets anew in between.
 */
final class FieldLostOnHibernation implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "JS22",
          Severity.INFORMATION,
          "A field is lost when the object hibernates",
          """
          An object with hibernatable sockets may leave the memory between two events. The next \
          one runs the constructor again, and a field that only another method set has lost its \
          value. Keep what belongs to a socket by `socket.serializeAttachment(…)`, what belongs to \
          the object in its storage, and fill the field in the constructor.
          """,
          """
          //- /wrangler.toml
          main = "src/index.js"
          //- /src/index.js
          import { DurableObject } from "cloudflare:workers";

          export class Room extends DurableObject {
            fetch(request) {
              const [client, server] = Object.values(new WebSocketPair());
              this.topic = new URL(request.url).pathname;
              this.ctx.acceptWebSocket(server);
              return new Response(null, { status: 101, webSocket: client });
            }
            webSocketMessage(socket, message) {
              socket.send(this.topic + message);
            }
          }
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  private static final Set<String> SOCKET_EVENTS =
      Set.of("webSocketMessage", "webSocketClose", "webSocketError");

  private static final String CONSTRUCTOR = "constructor";

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var source : subject.sources()) {
      for (var type : source.code().classes()) {
        if (!type.fields().isEmpty() && ObjectClasses.isObject(subject, type)) {
          for (var write : type.fields()) {
            if (write.how() == How.WRITTEN && write.member().equals("fetch")) {
              lostRead(type, write.name())
                  .ifPresent(read -> out.accept(report(source, write, read)));
            }
          }
        }
      }
    }
  }

  private static Diagnostic report(SourceCode source, FieldUse write, FieldUse read) {
    return new Diagnostic(
            KIND,
            ObjectCalls.at(source, write.span()),
            "\"%s\" is lost when the object hibernates: nothing sets it again before %s reads it"
                .formatted(write.name(), read.member()))
        .relatedTo(ObjectCalls.at(source, read.span()), "it is read here");
  }

  /**
   * Where an event of a socket reads the field, if {@code fetch} is the only one to give it a
   * value: a field that anybody else sets may be set in time, and one that the constructor reads
   * may be filled there.
   */
  private static Optional<FieldUse> lostRead(ClassCode type, String name) {
    var uses = type.fields().stream().filter(use -> use.name().equals(name)).toList();
    boolean elsewhere =
        uses.stream()
            .anyMatch(
                use ->
                    use.how() == How.REBUILT
                        || (use.how() == How.READ && use.member().equals(CONSTRUCTOR))
                        || (use.how() == How.WRITTEN && !use.member().equals("fetch")));
    boolean startsOver =
        type.fields().stream()
            .anyMatch(
                use ->
                    use.member().equals(CONSTRUCTOR)
                        && use.how() == How.CALLED
                        && use.name().equals("fetch"));
    return elsewhere || startsOver
        ? Optional.empty()
        : uses.stream()
            .filter(use -> use.how() == How.READ && SOCKET_EVENTS.contains(use.member()))
            .findFirst();
  }
}
