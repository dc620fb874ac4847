package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.EnvironmentView;
import dev.durascope.languageserver.analysis.LifecycleEdit;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.config.ExportEntry;
import dev.durascope.model.config.Lifecycle;
import dev.durascope.model.modules.ExportLookup.Exported;
import java.util.function.Consumer;

/**
 * EXP08: an exported class that extends {@code DurableObject}, and that the map {@code exports}
 * does not mention.
 */
final class ClassNotDeclared implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "EXP08",
          Severity.INFORMATION,
          "A class of the code is not in exports",
          """
          `exports` declares each Durable Object class that is to live. This one is exported, \
          extends `DurableObject`, and has no entry: it is not deployed, and has no storage. The \
          quick-fix declares it, with SQLite storage.
          """,
          """
          //- /wrangler.toml
          main = "src/index.js"

          [exports.Room]
          type = "durable-object"
          storage = "sqlite"
          //- /src/index.js
          import { DurableObject } from "cloudflare:workers";

          export class Room extends DurableObject {}

          export class Lobby extends DurableObject {}
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    if (!subject.isComplete()) {
      return;
    }
    for (var view : subject.views()) {
      if (view.environment().lifecycle().form() == Lifecycle.Form.EXPORTS
          && !view.environment().exports().isEmpty()) {
        check(subject, view, out);
      }
    }
  }

  private static void check(Subject subject, EnvironmentView view, Consumer<Diagnostic> out) {
    var declared = view.environment().exports().stream().map(ExportEntry::className).toList();
    for (var source : view.sources()) {
      for (var type : source.code().classes()) {
        var name = type.name().value();
        if (ObjectClasses.extendsDurableObject(type)
            && !declared.contains(name)
            && source.code().words().contains("cloudflare")
            && view.lookup(name) instanceof Exported exported
            && source.declares(exported)) {
          out.accept(
              new Diagnostic(
                      KIND,
                      ObjectCalls.at(source, type.name().span()),
                      "\"%s\" has no entry in exports".formatted(name))
                  .with(LifecycleEdit.create(subject.config(), view.environment(), name)));
        }
      }
    }
  }
}
