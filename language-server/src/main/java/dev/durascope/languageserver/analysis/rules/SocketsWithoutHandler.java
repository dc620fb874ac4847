package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import java.util.function.Consumer;

/** JS04: {@code acceptWebSocket} in a class that surely has no {@code webSocketMessage} method. */
final class SocketsWithoutHandler implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "JS04",
          Severity.WARNING,
          "Messages of a hibernatable socket go nowhere",
          """
          The messages of a socket that `acceptWebSocket()` took go to the method \
          `webSocketMessage` of the class. Without one they are dropped, and no error tells. Add \
          `async webSocketMessage(socket, message) { … }`. A class that answers by \
          `setWebSocketAutoResponse`, that extends a class of your own or of a package, or that \
          passes `this` on is not reported.
          """,
          """
          //- /wrangler.toml
          main = "src/index.js"
          //- /src/index.js
          import { DurableObject } from "cloudflare:workers";

          export class Room extends DurableObject {
            fetch() {
              const [client, server] = Object.values(new WebSocketPair());
              this.ctx.acceptWebSocket(server);
              return new Response(null, { status: 101, webSocket: client });
            }
          }
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    ObjectCalls.each(
        subject,
        "acceptWebSocket",
        (source, call) -> {
          var around = source.code().classAround(call.span());
          if (ObjectCalls.isOnContext(call)
              && around.isPresent()
              && ObjectClasses.isWhole(subject, around.get())
              && !around.get().hasMethod("webSocketMessage")
              && !source.code().words().contains("setWebSocketAutoResponse")) {
            out.accept(
                new Diagnostic(
                        KIND,
                        ObjectCalls.at(source, call.method().span()),
                        "Messages of this socket are dropped: the class has no webSocketMessage()")
                    .relatedTo(
                        ObjectCalls.at(source, around.get().name().span()), "this class has none"));
          }
        });
  }
}
