package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.EnvironmentView;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.text.Located;
import java.util.List;
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
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  /** {@code env[name]}, {@code Object.keys(env)}, {@code x in env}, {@code x of env}. */
  private static final Pattern ANY_NAME =
      Pattern.compile(
          "\\benv\\s*(\\?\\.)?\\[(?!\\s*[\"'])|(Object|Reflect)\\.\\w+\\([^)]*\\benv\\b|\\b(in|of)\\s+[\\w.]*\\benv\\b");

  private static final Pattern USE = Pattern.compile("\\benv\\s*(\\?\\.|\\.)\\s*[\\w$]");

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var view : subject.views()) {
      var unused = unused(view);
      if (!unused.isEmpty()
          && view.isAllCode()
          && usesBindings(subject, view)
          && !asksForAnyName(subject, view)) {
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

  private static List<Located<String>> unused(EnvironmentView view) {
    var sources = view.sources();
    return view.environment().durableObjects().stream()
        .flatMap(binding -> binding.name().stream())
        .filter(name -> name.value().matches("[A-Za-z_$][\\w$]*"))
        .filter(
            name -> sources.stream().noneMatch(each -> each.code().words().contains(name.value())))
        .toList();
  }

  /** A Worker that takes nothing from {@code env} yet is only begun. */
  private static boolean usesBindings(Subject subject, EnvironmentView view) {
    return view.sources().stream()
        .anyMatch(
            source ->
                subject.text(source.file()).filter(text -> USE.matcher(text).find()).isPresent());
  }

  private static boolean asksForAnyName(Subject subject, EnvironmentView view) {
    return view.sources().stream()
        .anyMatch(
            source ->
                subject
                    .text(source.file())
                    .filter(text -> !ANY_NAME.matcher(text).find())
                    .isEmpty());
  }
}
