package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Fix;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.modules.Expression;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** JS17: {@code env.ROOM.get(id).fetch("/path")}. */
final class RelativeStubAddress implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "JS17",
          Severity.ERROR,
          "A stub is fetched by a relative URL",
          """
          A stub's `fetch` wants a whole URL, though its host means nothing: \
          `stub.fetch("https://room/path")`. A relative one throws *Fetch API cannot load: /path*, \
          or *Invalid URL*. The quick-fix puts a host before it.
          """,
          """
          main = "src/relative.js" # which calls env.ROOM.get(id).fetch("/path")
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  private static final Pattern STUB =
      Pattern.compile("(this\\.)?env\\.\\w+\\.(get|getByName)\\(.*\\)");

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    var stubs = new HashMap<Path, StubCalls>();
    ObjectCalls.each(
        subject,
        "fetch",
        (source, call) -> {
          if (call.argument(0).orElse(null) instanceof Expression.Text address
              && address.value().startsWith("/")
              && (STUB.matcher(call.receiver()).matches()
                  || stubs
                      .computeIfAbsent(source.file(), _ -> new StubCalls(source))
                      .isOnStub(call))) {
            var place = ObjectCalls.at(source, address.inside());
            out.accept(
                new Diagnostic(KIND, place, "\"%s\" is no whole URL".formatted(address.value()))
                    .with(
                        new Fix(
                            "Put \"https://object\" before it",
                            place,
                            "https://object" + address.value())));
          }
        });
  }
}
