package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.modules.CodeFile.Call;
import dev.durascope.model.modules.Expression;
import dev.durascope.model.modules.SourceCode;
import dev.durascope.model.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** JS14: a value that is read, and written after a {@code fetch} in between. */
final class LostUpdate implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "JS14",
          Severity.WARNING,
          "Another event may change the value in between",
          """
          While an object waits for storage no other event is delivered to it, but while it waits \
          for a `fetch` others are. What one of them writes to this key after it was read is \
          overwritten. Fetch first, or read the value again after the `fetch`.
          """,
          """
          //- /wrangler.toml
          main = "src/index.js"
          //- /src/index.js
          export class Room {
            async count() {
              const count = await this.ctx.storage.get("count");
              await fetch("https://example.com/ping");
              await this.ctx.storage.put("count", count + 1);
            }
          }
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  /** What runs in it, no other event interrupts. */
  private static final String WAITING = "blockConcurrencyWhile";

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var source : subject.sources()) {
      var writes =
          calls(source, "put").stream()
              .filter(ObjectCalls::isOnStorage)
              .filter(put -> put.argument(0).isPresent() && put.argument(1).isPresent())
              .toList();
      if (writes.isEmpty()) {
        continue;
      }
      var reads = calls(source, "get").stream().filter(ObjectCalls::isOnStorage).toList();
      var fetches =
          calls(source, "fetch").stream().filter(call -> call.receiver().isEmpty()).toList();
      var alone = calls(source, WAITING);
      for (var put : writes) {
        if (alone.stream().noneMatch(call -> call.span().encloses(put.span()))) {
          read(source, reads, put)
              .flatMap(
                  get ->
                      fetchBetween(source, get, fetches, put)
                          .map(fetch -> report(source, get, fetch, put)))
              .ifPresent(out);
        }
      }
    }
  }

  private static List<Call> calls(SourceCode source, String method) {
    return source.code().calls().stream()
        .filter(call -> call.method().value().equals(method))
        .toList();
  }

  private static Diagnostic report(SourceCode source, Call get, Call fetch, Call put) {
    return new Diagnostic(
            KIND,
            ObjectCalls.at(source, put.method().span()),
            "What another event wrote to this key during the fetch is overwritten")
        .relatedTo(ObjectCalls.at(source, get.method().span()), "the value is read here")
        .relatedTo(ObjectCalls.at(source, fetch.method().span()), "other events run here");
  }

  /** The last read of the key before it is written, if what is written is made of what it gave. */
  private static Optional<Call> read(SourceCode source, List<Call> reads, Call put) {
    var around = source.code().flow().functionAround(put.span());
    var key = put.argument(0).map(LostUpdate::text);
    return reads.stream()
        .filter(call -> around.isEmpty() || around.get().encloses(call.span()))
        .filter(call -> call.receiver().equals(put.receiver()))
        .filter(call -> call.span().end() <= put.span().start())
        .filter(call -> call.argument(0).map(LostUpdate::text).equals(key))
        .filter(call -> source.code().flow().functionAround(call.span()).equals(around))
        .reduce((earlier, later) -> later)
        .filter(get -> get.block().encloses(put.span()))
        .filter(get -> get.result().filter(name -> mentions(put, name)).isPresent());
  }

  /** Whether the name stands in what is written, alone and not as a member. */
  private static boolean mentions(Call put, String name) {
    var text = text(put.argument(1).orElseThrow());
    int first = name.isEmpty() ? -1 : text.indexOf(name);
    for (int at = first; at >= 0; at = text.indexOf(name, at + 1)) {
      int end = at + name.length();
      boolean begins = at == 0 || !(isPart(text.charAt(at - 1)) || text.charAt(at - 1) == '.');
      if (begins && (end == text.length() || !isPart(text.charAt(end)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPart(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '$';
  }

  private static Optional<Call> fetchBetween(
      SourceCode source, Call get, List<Call> fetches, Call put) {
    var flow = source.code().flow();
    var between = get.span().gapTo(put.span());
    return fetches.stream()
        .filter(call -> between.encloses(call.span()))
        .filter(call -> call.block().encloses(put.span()))
        .filter(call -> flow.isOneFunction(call.span(), put.span()))
        .filter(call -> flow.awaits().stream().anyMatch(wait -> isOf(wait, call)))
        .findFirst();
  }

  private static boolean isOf(Span wait, Call call) {
    return wait.encloses(call.span()) && call.span().start() - wait.start() <= "await ".length();
  }

  private static String text(Expression expression) {
    return switch (expression) {
      case Expression.Text text -> "\"" + text.value() + "\"";
      case Expression.Other other -> other.text();
      case Expression.Items items ->
          items.items().stream().map(LostUpdate::text).toList().toString();
      case Expression.Properties properties ->
          properties.properties().stream().map(each -> text(each.value())).toList().toString();
    };
  }
}
