package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.modules.CodeFile.Call;
import dev.durascope.model.modules.Expression;
import java.util.function.Consumer;

/**
 * JS02: {@code socket.accept()} and {@code ctx.acceptWebSocket(socket)} in one class, for one
 * variable.
 */
final class AcceptedTwice implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "JS02",
          Severity.ERROR,
          "A socket is accepted in two ways",
          """
          `accept()` ties a socket to this very instance of the object, `acceptWebSocket()` lets \
          the object hibernate while the socket stays open. A socket takes one of the two: *Cannot \
          call `acceptWebSocket()` if the WebSocket was already accepted via `accept()`*.
          """,
          """
          main = "src/twice.js" # which calls server.accept(), then this.ctx.acceptWebSocket(server)
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
          var socket = call.argument(0).filter(Expression.Other.class::isInstance);
          if (ObjectCalls.isOnContext(call) && socket.isPresent()) {
            var name = ((Expression.Other) socket.get()).text();
            source.code().calls().stream()
                .filter(other -> isAcceptBefore(other, call, name))
                .forEach(
                    other ->
                        out.accept(
                            new Diagnostic(
                                    KIND,
                                    ObjectCalls.at(source, call.method().span()),
                                    "Cannot call `acceptWebSocket()` if the WebSocket was already"
                                        + " accepted via `accept()`")
                                .relatedTo(
                                    ObjectCalls.at(source, other.method().span()),
                                    "it is accepted here")));
          }
        });
  }

  /** Whether {@code other} is an {@code accept()} of the same name that surely came before. */
  private static boolean isAcceptBefore(Call other, Call call, String name) {
    return other.method().value().equals("accept")
        && other.arguments().isEmpty()
        && other.receiver().equals(name)
        && other.span().end() <= call.span().start()
        && other.block().encloses(call.span());
  }
}
