package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.modules.CodeFile;
import dev.durascope.model.modules.CodeFile.Call;
import dev.durascope.model.modules.SourceCode;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.function.Consumer;

/** JS21: {@code deleteAll} that leaves the alarm, as it did before 2026-02-24. */
final class AlarmSurvives implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "JS21",
          Severity.INFORMATION,
          "deleteAll leaves the alarm",
          """
          Before the compatibility date 2026-02-24, and without the flag \
          `delete_all_deletes_alarm`, `deleteAll()` deletes all but the alarm: an object that was \
          to be gone is woken by it, and is there again. Call `deleteAlarm()`, too.
          """,
          """
          //- /wrangler.toml
          main = "src/index.js"
          compatibility_date = "2026-01-01"
          //- /src/index.js
          export class Room {
            async fetch() {
              await this.ctx.storage.setAlarm(Date.now() + 60_000);
            }
            async alarm() {}
            async clear() {
              await this.ctx.storage.deleteAll();
            }
          }
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    var seen = new HashSet<Path>();
    for (var view : subject.views()) {
      if (view.isOff("delete_all_deletes_alarm")) {
        view.sources().stream()
            .filter(source -> seen.add(source.file()))
            .forEach(source -> check(source, out));
      }
    }
  }

  private static void check(SourceCode source, Consumer<Diagnostic> out) {
    for (var call : source.code().calls()) {
      if (!call.method().value().equals("deleteAll") || !ObjectCalls.isOnStorage(call)) {
        continue;
      }
      var set = ofSameClass(source.code(), call, "setAlarm");
      if (set.isPresent() && ofSameClass(source.code(), call, "deleteAlarm").isEmpty()) {
        out.accept(
            new Diagnostic(
                    KIND,
                    ObjectCalls.at(source, call.method().span()),
                    "The alarm stays: it is deleted along since the compatibility date 2026-02-24")
                .relatedTo(ObjectCalls.at(source, set.get().method().span()), "it is set here"));
      }
    }
  }

  private static Optional<Call> ofSameClass(CodeFile code, Call call, String method) {
    var around = code.classAround(call.span());
    return code.calls().stream()
        .filter(other -> other.method().value().equals(method))
        .filter(ObjectCalls::isOnStorage)
        .filter(other -> around.isPresent() && code.classAround(other.span()).equals(around))
        .findFirst();
  }
}
