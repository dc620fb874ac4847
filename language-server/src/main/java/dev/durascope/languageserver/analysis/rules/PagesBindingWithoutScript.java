package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import java.util.function.Consumer;

/**
 * CFG13: a binding without {@code script_name} in a project of Cloudflare Pages, which cannot have
 * classes.
 */
final class PagesBindingWithoutScript implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "CFG13",
          Severity.ERROR,
          "A Pages project binds a class of its own",
          """
          Pages projects cannot define Durable Objects: the class lives in a Worker of its own, \
          and the binding names it. wrangler refuses the configuration: *Durable Objects bindings \
          should specify a "script_name".*
          """,
          """
          pages_build_output_dir = "./public"

          [[durable_objects.bindings]]
          name = "ROOM"
          class_name = "Room"
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    if (!subject.isComplete()
        || subject.config().top().ownValue("pages_build_output_dir").isEmpty()) {
      return;
    }
    for (var view : subject.views()) {
      for (var binding : view.environment().durableObjects()) {
        if (binding.table().get("script_name").isEmpty()) {
          out.accept(
              new Diagnostic(
                  KIND,
                  subject.at(binding.table().anchor()),
                  "Durable Objects bindings should specify a \"script_name\": a Pages project has"
                      + " no classes"));
        }
      }
    }
  }
}
