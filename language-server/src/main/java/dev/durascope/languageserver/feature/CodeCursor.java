package dev.durascope.languageserver.feature;

import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.modules.NameUse;
import dev.durascope.model.text.Located;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** What stands at an offset of a module that the configuration has to do with. */
final class CodeCursor {

  private CodeCursor() {}

  static Optional<Target> at(Subject subject, Path file, int offset) {
    var text = subject.text(file).orElse("");
    if (offset > text.length()) {
      return Optional.empty();
    }
    var word = ConfigPlace.word(text, offset);
    var name = word.of(text);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    var code = ProjectCode.of(subject);
    var located = new Located<>(name, word);
    return code.uses(file, name).stream()
        .filter(use -> use.span().equals(word))
        .findFirst()
        .flatMap(use -> target(subject, code, file, use, located));
  }

  private static Optional<Target> target(
      Subject subject, ProjectCode code, Path file, NameUse use, Located<String> name) {
    if (code.isOwn(file) && EnvironmentUse.isUse(use) && isBinding(subject, name.value())) {
      return Optional.of(new Target.BindingUse(name));
    }
    var origin = ClassMentions.origin(code, file, use, name.value());
    return origin.flatMap(
        found ->
            classNames(subject).stream()
                .filter(className -> code.origins(className).contains(found))
                .findFirst()
                .map(className -> new Target.ClassUse(name, className)));
  }

  private static boolean isBinding(Subject subject, String name) {
    return subject.bindingViews().stream()
        .flatMap(view -> view.environment().bindingNames().stream())
        .anyMatch(binding -> binding.name().value().equals(name));
  }

  /** The classes that the configuration binds, or gives a life. */
  static Set<String> classNames(Subject subject) {
    var names = new LinkedHashSet<String>();
    for (var view : subject.bindingViews()) {
      view.ownClasses().forEach(name -> names.add(name.value()));
      names.addAll(view.environment().lifecycle().live().keySet());
    }
    return names;
  }
}
