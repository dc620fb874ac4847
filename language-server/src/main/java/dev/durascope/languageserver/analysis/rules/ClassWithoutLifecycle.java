package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.ClassEnd;
import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.EnvironmentView;
import dev.durascope.languageserver.analysis.LifecycleEdit;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.config.Lifecycle;
import dev.durascope.model.modules.ExportLookup.NotExported;
import dev.durascope.model.modules.ExportLookup.TypeOnly;
import dev.durascope.model.text.Located;
import java.util.function.Consumer;

/**
 * BND05: a bound class of this Worker that no migration, or no entry of {@code exports}, brings to
 * life.
 *
 * <p>Silent for a class that is not exported either: that is the fault to mend first, and most
 * often the name is misspelt.
 */
final class ClassWithoutLifecycle implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "BND05",
          Severity.WARNING,
          "A bound class is never created",
          """
          A Durable Object class comes to life by a migration, or by an entry in `exports`. Without \
          one Cloudflare refuses the deployment (10061), and local tools cannot know which storage \
          the class has. The quick-fix adds the entry, with SQLite storage.
          """,
          """
          [[durable_objects.bindings]]
          name = "ROOM"
          class_name = "Room" # and no [[migrations]] with new_sqlite_classes = ["Room"]
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    // A Pages project has no classes to create: CFG13 says so.
    if (!subject.isComplete()
        || subject.config().top().ownValue("pages_build_output_dir").isPresent()) {
      return;
    }
    for (var view : subject.views()) {
      var lifecycle = view.environment().lifecycle();
      for (var name : view.ownClasses()) {
        if (lifecycle.find(name.value()).isEmpty()
            && !isMisspelt(view, name)
            && !view.isHiddenByOwnMigrations(name.value())
            && ClassEnd.of(view.environment(), name.value()).isEmpty()) {
          out.accept(
              new Diagnostic(KIND, subject.at(name.span()), message(lifecycle.form(), name.value()))
                  .with(LifecycleEdit.create(subject.config(), view.environment(), name.value())));
        }
      }
    }
  }

  private static boolean isMisspelt(EnvironmentView view, Located<String> name) {
    return switch (view.lookup(name.value())) {
      case NotExported _, TypeOnly _ -> true;
      default -> false;
    };
  }

  private static String message(Lifecycle.Form form, String name) {
    return switch (form) {
      case NONE, MIGRATIONS ->
          "\"%s\" is bound, but no migration creates it: add it to new_sqlite_classes"
              .formatted(name);
      case EXPORTS -> "\"%s\" is bound, but has no live entry in exports".formatted(name);
    };
  }
}
