package dev.durascope.languageserver.feature;

import dev.durascope.languageserver.analysis.BindingWords;
import dev.durascope.languageserver.analysis.BindingsEdit;
import dev.durascope.languageserver.analysis.Draft;
import dev.durascope.languageserver.analysis.EnvironmentView;
import dev.durascope.languageserver.analysis.Fix;
import dev.durascope.languageserver.analysis.LifecycleEdit;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.config.Environment;
import dev.durascope.model.config.Lifecycle;
import dev.durascope.model.modules.CodeFile.ClassCode;
import dev.durascope.model.modules.ExportLookup.Exported;
import dev.durascope.model.modules.SourceCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Has the configuration bind a Durable Object class that it does not name, and bring it to life, as
 * one edit: in each environment that has objects, or on the top level where none has.
 */
final class BoundClass {

  private static final Pattern BASE = Pattern.compile("(?:\\w+\\.)?DurableObject(?:<.*)?");

  private BoundClass() {}

  static Optional<Fix> of(Subject subject, Refactoring.Selection at) {
    if (!subject.isComplete()) {
      return Optional.empty();
    }
    for (var source : subject.sources()) {
      if (!source.file().equals(at.file())) {
        continue;
      }
      for (var type : source.code().classes()) {
        if (type.name().span().overlaps(at.span()) && isUnnamed(subject, source, type)) {
          return bound(subject, type.name().value());
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isUnnamed(Subject subject, SourceCode source, ClassCode type) {
    var name = type.name().value();
    return type.base().filter(base -> BASE.matcher(base.strip()).matches()).isPresent()
        && !subject.namesClass(name)
        && subject.views().stream()
            .anyMatch(
                view ->
                    view.lookup(name) instanceof Exported exported && source.declares(exported));
  }

  private static Optional<Fix> bound(Subject subject, String className) {
    var draft = Draft.of(subject.config());
    var name = freeName(subject, className);
    for (var view : targets(subject)) {
      var binding =
          BindingsEdit.add(draft.current(), now(draft, view.environment()), name, className);
      if (binding.isEmpty()) {
        return Optional.empty();
      }
      draft = draft.with(binding.get());
      var environment = now(draft, view.environment());
      if (environment.lifecycle().find(className).isEmpty()) {
        draft = draft.with(LifecycleEdit.create(draft.current(), environment, className).edits());
      }
    }
    var form = draft.original().top().lifecycle().form();
    var title =
        "Bind \"%s\" as %s, and %s"
            .formatted(
                className,
                name,
                form == Lifecycle.Form.EXPORTS
                    ? "declare it in exports"
                    : "create it by a migration");
    return draft.current().document().problems().isEmpty()
        ? Optional.of(new Fix(title, draft.edits()))
        : Optional.empty();
  }

  /** The environment as the draft has it. */
  private static Environment now(Draft draft, Environment environment) {
    return environment
        .name()
        .flatMap(name -> Optional.ofNullable(draft.current().named().get(name)))
        .orElseGet(() -> draft.current().top());
  }

  private static List<EnvironmentView> targets(Subject subject) {
    var withObjects = new ArrayList<EnvironmentView>();
    for (var view : subject.views()) {
      if (view.environment().ownValue("durable_objects").isPresent()) {
        withObjects.add(view);
      }
    }
    return withObjects.isEmpty() ? subject.views().subList(0, 1) : withObjects;
  }

  private static String freeName(Subject subject, String className) {
    var used =
        subject.views().stream()
            .flatMap(view -> view.environment().bindingNames().stream())
            .map(each -> each.name().value())
            .collect(Collectors.toSet());
    var word = BindingWords.bindingOf(className);
    var free = word;
    for (int number = 2; used.contains(free); number++) {
      free = word + "_" + number;
    }
    return free;
  }
}
