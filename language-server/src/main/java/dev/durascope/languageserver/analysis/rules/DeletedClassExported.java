package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.modules.ExportLookup.Exported;
import java.util.function.Consumer;

/** EXP09: a class whose entry says that it is gone, while the entry point exports it. */
final class DeletedClassExported implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "EXP09",
          Severity.WARNING,
          "A class is deleted in exports and still in the code",
          """
          The entry deletes all objects of the class when it is deployed, while the code still has \
          the class. Most likely the class is to be deleted in the code as well, or the entry was \
          meant to live.
          """,
          """
          main = "src/index.js" # has `export class ChatRoom`

          [exports.ChatRoom]
          type = "durable-object"
          state = "deleted"
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    for (var view : subject.views()) {
      for (var entry : view.environment().exports()) {
        if (entry.isDurableObject()
            && entry.state().equals("deleted")
            && view.lookup(entry.className()) instanceof Exported) {
          out.accept(
              new Diagnostic(
                  KIND,
                  subject.at(entry.key().span()),
                  "\"%s\" is deleted here, but %s still exports it"
                      .formatted(entry.className(), view.entryName())));
        }
      }
    }
  }
}
