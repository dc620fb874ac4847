package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.modules.CodeFile.Call;
import dev.durascope.model.modules.Expression;
import java.util.Map;
import java.util.function.Consumer;

/** JS03: {@code addEventListener} on a socket that {@code acceptWebSocket} took. */
final class ListenerOnHibernatable implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "JS03",
          Severity.WARNING,
          "A listener on a hibernatable socket is never called",
          """
          The events of a socket that `acceptWebSocket()` took go to the methods \
          `webSocketMessage`, `webSocketClose` and `webSocketError` of the class, also after the \
          object has slept. A listener on the socket itself hears nothing: move its body to the \
          method.
          """,
          """
          //- /wrangler.toml
          main = "src/index.js"
          //- /src/index.js
          export class Room {
            fetch() {
              const [client, server] = Object.values(new WebSocketPair());
              this.ctx.acceptWebSocket(server);
              server.addEventListener("message", (event) => server.send(event.data));
              return new Response(null, { status: 101, webSocket: client });
            }
          }
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  private static final Map<String, String> HANDLERS =
      Map.of("message", "webSocketMessage", "close", "webSocketClose", "error", "webSocketError");

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    ObjectCalls.each(
        subject,
        "addEventListener",
        (source, call) -> {
          if (call.argument(0).orElse(null) instanceof Expression.Text event
              && HANDLERS.containsKey(event.value())
              && !call.receiver().isEmpty()) {
            source.code().calls().stream()
                .filter(other -> takes(other, call.receiver()) && isOneRun(other, call))
                .findFirst()
                .ifPresent(
                    other ->
                        out.accept(
                            new Diagnostic(
                                    KIND,
                                    ObjectCalls.at(source, call.method().span()),
                                    "The socket hibernates: its \"%s\" goes to %s() of the class"
                                        .formatted(event.value(), HANDLERS.get(event.value())))
                                .relatedTo(
                                    ObjectCalls.at(source, other.method().span()),
                                    "it is accepted here")));
          }
        });
  }

  private static boolean takes(Call call, String socket) {
    return call.method().value().equals("acceptWebSocket")
        && ObjectCalls.isOnContext(call)
        && call.argument(0).orElse(null) instanceof Expression.Other taken
        && taken.text().equals(socket);
  }

  /** Whether whoever comes to the later of the two has surely come by the earlier one. */
  private static boolean isOneRun(Call one, Call other) {
    boolean isFirst = one.span().end() <= other.span().start();
    return isFirst ? one.block().encloses(other.span()) : other.block().encloses(one.span());
  }
}
