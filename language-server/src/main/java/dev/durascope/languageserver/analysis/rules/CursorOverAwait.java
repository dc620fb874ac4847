package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Fix;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.modules.CodeFile.Call;
import dev.durascope.model.modules.SourceCode;
import dev.durascope.model.text.Span;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** JS12: a cursor of {@code sql.exec} that is read on after an {@code await}. */
final class CursorOverAwait implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "JS12",
          Severity.WARNING,
          "A cursor is kept over an await",
          """
          A cursor reads the rows while you ask for them. During an `await` other events of the \
          object may change the table, so that you get some rows of before and some of after; and \
          if one of them runs the same statement, the cursor ends: *SQL cursor was closed because \
          the same statement was executed again.* Take the rows first, by `toArray()`.
          """,
          """
          //- /wrangler.toml
          main = "src/index.js"
          //- /src/index.js
          export class Room {
            async notify() {
              for (const row of this.ctx.storage.sql.exec("SELECT * FROM users")) {
                await this.env.MAIL.send(row.address);
              }
            }
          }
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  private static final Set<String> READS = Set.of("next", "toArray", "one", "raw");

  private static final String MESSAGE =
      "The cursor is read while the object may do other things: take the rows first, by toArray()";

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    ObjectCalls.each(
        subject,
        "exec",
        (source, call) -> {
          if (ObjectCalls.isOnSql(call)) {
            loops(source, call, out);
            call.result().ifPresent(cursor -> reads(source, call, cursor, out));
          }
        });
  }

  private static void loops(SourceCode source, Call call, Consumer<Diagnostic> out) {
    var flow = source.code().flow();
    for (var loop : flow.loops()) {
      boolean direct = loop.over().equals(call.span());
      boolean byName =
          call.result().filter(loop.text()::equals).isPresent()
              && flow.isOneFunction(call.span(), loop.over())
              && isLatest(source, call, loop.text(), loop.over());
      var awaited = direct || byName ? flow.awaitIn(loop.body()) : Optional.<Span>empty();
      if (awaited.isPresent()) {
        var found =
            new Diagnostic(KIND, ObjectCalls.at(source, call.method().span()), MESSAGE)
                .relatedTo(ObjectCalls.at(source, keyword(awaited.get())), "here the loop waits");
        var end = ObjectCalls.at(source, Span.at(call.span().end()));
        out.accept(direct ? found.with(new Fix("Take all rows first", end, ".toArray()")) : found);
      }
    }
  }

  private static void reads(SourceCode source, Call call, String cursor, Consumer<Diagnostic> out) {
    var flow = source.code().flow();
    for (var read : source.code().calls()) {
      if (read.receiver().equals(cursor)
          && READS.contains(read.method().value())
          && call.span().end() <= read.span().start()
          && call.block().encloses(read.span())
          && flow.isOneFunction(call.span(), read.span())
          && isLatest(source, call, cursor, read.span())) {
        var between = call.span().gapTo(read.span());
        flow.awaits().stream()
            .filter(each -> between.encloses(each) && flow.isOneFunction(each, call.span()))
            .findFirst()
            .ifPresent(
                awaited ->
                    out.accept(
                        new Diagnostic(KIND, ObjectCalls.at(source, read.method().span()), MESSAGE)
                            .relatedTo(ObjectCalls.at(source, keyword(awaited)), "here it waits")));
      }
    }
  }

  private static Span keyword(Span awaited) {
    return new Span(awaited.start(), awaited.start() + "await".length());
  }

  /** Whether no other call gave the variable its value in between. */
  private static boolean isLatest(SourceCode source, Call call, String cursor, Span use) {
    return source.code().calls().stream()
        .filter(other -> other.result().filter(cursor::equals).isPresent())
        .filter(other -> other.span().end() <= use.start())
        .max(Comparator.comparing(Call::span))
        .filter(call::equals)
        .isPresent();
  }
}
