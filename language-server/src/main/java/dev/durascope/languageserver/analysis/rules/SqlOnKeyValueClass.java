package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.config.Lifecycle;
import dev.durascope.model.modules.CodeFile.Call;
import dev.durascope.model.modules.CodeFile.ClassCode;
import dev.durascope.model.modules.ExportLookup.Exported;
import dev.durascope.model.modules.SourceCode;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** JS16: SQL or the synchronous key-value storage in a class that has neither. */
final class SqlOnKeyValueClass implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "JS16",
          Severity.ERROR,
          "A class uses SQL and has no SQLite storage",
          """
          A class that `new_classes` created, or that `exports` declares with `legacy-kv`, has the \
          older key-value storage. The runtime refuses: *SQL is not enabled for this Durable \
          Object class.* A class that has not been deployed yet belongs into `new_sqlite_classes`; \
          one that has been cannot change.
          """,
          """
          //- /wrangler.toml
          main = "src/index.js"

          [[migrations]]
          tag = "v1"
          new_classes = ["Room"]
          //- /src/index.js
          export class Room {
            fetch() {
              return Response.json(this.ctx.storage.sql.exec("SELECT 1").toArray());
            }
          }
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  private static final Pattern SYNCHRONOUS =
      Pattern.compile("((this\\.)?#?(ctx|state)\\.storage|this\\.#?storage)\\.kv");

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var view : subject.views()) {
      for (var live : view.environment().lifecycle().live().values()) {
        if (live.storage() == Lifecycle.Storage.KEY_VALUE
            && view.lookup(live.name()) instanceof Exported exported) {
          for (var source : view.sources()) {
            if (source.declares(exported)) {
              source.code().classes().stream()
                  .filter(type -> type.name().value().equals(live.name()))
                  .forEach(type -> check(subject, source, type, live, out));
            }
          }
        }
      }
    }
  }

  private static void check(
      Subject subject,
      SourceCode source,
      ClassCode type,
      Lifecycle.LiveClass live,
      Consumer<Diagnostic> out) {
    for (var call : source.code().calls()) {
      var message = message(call);
      if (message.isPresent()
          && source.code().classAround(call.span()).filter(type::equals).isPresent()
          && !source.code().flow().isAttempt(call.span())) {
        out.accept(
            new Diagnostic(KIND, ObjectCalls.at(source, call.method().span()), message.get())
                .relatedTo(subject.at(live.introduced()), "this gives it the key-value storage"));
      }
    }
  }

  private static Optional<String> message(Call call) {
    if (ObjectCalls.isOnSql(call)) {
      return Optional.of("SQL is not enabled for this Durable Object class");
    }
    if (SYNCHRONOUS.matcher(call.receiver()).matches()) {
      return Optional.of(
          "The storage.kv (synchronous KV) API is only available for SQLite-backed Durable"
              + " Objects");
    }
    return Optional.empty();
  }
}
