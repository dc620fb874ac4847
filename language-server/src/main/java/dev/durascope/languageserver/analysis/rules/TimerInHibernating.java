package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.modules.CodeFile.Call;
import dev.durascope.model.modules.Expression;
import dev.durascope.model.modules.SourceCode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** JS13: a timer in a class whose sockets hibernate. */
final class TimerInHibernating implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "JS13",
          Severity.WARNING,
          "A timer keeps an object from hibernating",
          """
          An object with hibernatable sockets leaves the memory, and costs nothing, when nothing \
          happens for ten seconds; but never while a timer runs. An interval keeps it awake for as \
          long as its sockets are open. An alarm wakes the object instead: `await \
          this.ctx.storage.setAlarm(time)` and a method `alarm()`.
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
              setInterval(() => this.tick(), 30_000);
              return new Response(null, { status: 101, webSocket: client });
            }
            webSocketMessage(socket, message) {}
          }
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  /** An object is taken out of memory after this time without events, in milliseconds. */
  private static final long IDLE_MILLIS = 10_000;

  private static final Pattern PRODUCT =
      Pattern.compile("\\d[\\d_]{0,12}(\\s*\\*\\s*\\d[\\d_]{0,12}){0,4}");

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var name : List.of("setInterval", "setTimeout")) {
      ObjectCalls.each(
          subject,
          name,
          (source, call) -> {
            var around = source.code().classAround(call.span());
            if (call.receiver().isEmpty()
                && (name.equals("setInterval") || isLong(call))
                && around.isPresent()
                && ObjectClasses.isObject(subject, around.get())) {
              hibernation(source, call)
                  .ifPresent(
                      socket ->
                          out.accept(
                              new Diagnostic(
                                      KIND,
                                      ObjectCalls.at(source, call.method().span()),
                                      "The object cannot hibernate while this timer runs: an alarm"
                                          + " would wake it")
                                  .relatedTo(
                                      ObjectCalls.at(source, socket.method().span()),
                                      "its sockets would let it")));
            }
          });
    }
  }

  /** A socket of the same class that hibernates. */
  private static Optional<Call> hibernation(SourceCode source, Call call) {
    var around = source.code().classAround(call.span());
    return source.code().calls().stream()
        .filter(other -> other.method().value().equals("acceptWebSocket"))
        .filter(ObjectCalls::isOnContext)
        .filter(other -> source.code().classAround(other.span()).equals(around))
        .findFirst();
  }

  private static boolean isLong(Call call) {
    return call.argument(1).orElse(null) instanceof Expression.Other delay
        && millis(delay.text()).orElse(0) >= IDLE_MILLIS;
  }

  /** The value of {@code 60_000} or {@code 5 * 60 * 1000}. */
  private static OptionalLong millis(String text) {
    if (!PRODUCT.matcher(text).matches()) {
      return OptionalLong.empty();
    }
    long product = 1;
    for (var factor : text.replace("_", "").replaceAll("\\s", "").split("\\*", -1)) {
      product = Math.multiplyExact(product, Long.parseLong(factor));
    }
    return OptionalLong.of(product);
  }
}
