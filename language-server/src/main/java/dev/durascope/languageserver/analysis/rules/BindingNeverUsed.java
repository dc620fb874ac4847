package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.EnvironmentView;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.modules.SourceCode;
import dev.durascope.model.text.Located;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** BND09: a binding to objects that no line of the code mentions. */
final class BindingNeverUsed implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
              "BND09",
              Severity.INFORMATION,
              "A binding is never used",
              """
          No module that the entry point comes to mentions the name. It may be left from something \
          that is gone. Nothing is reported where not all of the code can be seen: with packages, \
          which get the whole `env`, with `require`, or where `env` is asked for names that are \
          not written.
          """,
              """
          //- /wrangler.toml
          main = "src/index.js"

          [[durable_objects.bindings]]
          name = "ROOM"
          class_name = "Room"
          script_name = "rooms"
          //- /src/index.js
          export default {
            fetch(request, env) {
              return env.SITE.fetch(request);
            },
          };
          """)
          .ofUnused();

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  private static final Pattern NAME = Pattern.compile("[A-Za-z_$][\\w$]*");

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    var entries = new HashMap<Path, Entry>();
    for (var view : subject.views()) {
      var file = view.entryFile();
      if (file.isEmpty() || view.sources().isEmpty()) {
        continue;
      }
      var entry = entries.computeIfAbsent(file.get(), _ -> new Entry(subject, view));
      var unused = entry.unused(view);
      if (!unused.isEmpty() && view.isAllCode() && entry.tellsItsBindings()) {
        for (var name : unused) {
          out.accept(
              new Diagnostic(
                  KIND,
                  subject.at(name.span()),
                  "\"%s\" is mentioned nowhere in the code of %s"
                      .formatted(name.value(), view.entryName())));
        }
      }
    }
  }

  /**
   * The code of one entry point, which several environments share: each name is looked for once.
   */
  private static final class Entry {

    private final Subject subject;
    private final List<SourceCode> sources;
    private final Map<String, Boolean> mentions = new HashMap<>();
    private Optional<Boolean> tells = Optional.empty();

    Entry(Subject subject, EnvironmentView view) {
      this.subject = subject;
      this.sources = view.sources();
    }

    List<Located<String>> unused(EnvironmentView view) {
      return view.environment().durableObjects().stream()
          .flatMap(binding -> binding.name().stream())
          .filter(name -> !mentions.computeIfAbsent(name.value(), this::isMentioned))
          .filter(name -> NAME.matcher(name.value()).matches())
          .toList();
    }

    private boolean isMentioned(String name) {
      return sources.stream().anyMatch(each -> each.code().words().contains(name));
    }

    /** A Worker that takes nothing from {@code env} yet is only begun. */
    boolean tellsItsBindings() {
      boolean known = tells.orElseGet(this::findOut);
      tells = Optional.of(known);
      return known;
    }

    private boolean findOut() {
      var all =
          sources.stream()
              .flatMap(source -> subject.text(source.file()).stream())
              .map(EnvironmentWords::of)
              .toList();
      return all.stream().anyMatch(EnvironmentWords::takesMember)
          && all.stream().noneMatch(EnvironmentWords::asksAnyName);
    }
  }
}
