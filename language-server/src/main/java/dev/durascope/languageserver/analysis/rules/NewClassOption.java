package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Fix;
import dev.durascope.languageserver.analysis.LifecycleEdit;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.text.Span;
import java.util.ArrayList;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** LEG07: {@code --new-class} in a script of package.json. */
final class NewClassOption implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
              "LEG07",
              Severity.WARNING,
              "A class is created on the command line",
              """
          wrangler 1 created classes by `wrangler publish --new-class Room`. The option is gone: \
          *Unknown argument: new-class*. Classes are created by `migrations` in the configuration. \
          The quick-fix removes the option and, where no migration creates the class, adds one, \
          with SQLite storage.
          """,
              """
          //- /wrangler.toml
          main = "src/index.js"
          //- /package.json
          {
            "scripts": {
              "deploy": "wrangler publish --new-class Room"
            }
          }
          //- /src/index.js
          export class Room {}
          """)
          .ofOutdated();

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  private static final Pattern OPTION = Pattern.compile("\\s--new-class[ =]([A-Za-z_$][\\w$]*)");

  private static final String COMMAND = "wrangler";

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var script : subject.scripts()) {
      var option = OPTION.matcher(script.text());
      while (script.text().contains(COMMAND) && option.find()) {
        var name = option.group(1);
        int start = script.place().span().start();
        var edits = new ArrayList<Fix.Edit>();
        edits.add(
            new Fix.Edit(
                ObjectCalls.within(
                    script.place(), new Span(start + option.start(), start + option.end())),
                ""));
        var config = subject.config();
        boolean exists =
            config.environments().stream()
                .anyMatch(environment -> environment.lifecycle().find(name).isPresent());
        if (!exists) {
          edits.addAll(LifecycleEdit.create(config, config.top(), name).edits());
        }
        out.accept(
            new Diagnostic(
                    KIND,
                    ObjectCalls.within(
                        script.place(), new Span(start + option.start() + 1, start + option.end())),
                    "wrangler has no option --new-class any more: \"%s\" is created by a migration"
                        .formatted(name))
                .with(
                    new Fix(
                        exists ? "Remove the option" : "Create \"" + name + "\" by a migration",
                        edits)));
      }
    }
  }
}
