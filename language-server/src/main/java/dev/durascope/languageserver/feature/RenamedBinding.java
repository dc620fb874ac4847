package dev.durascope.languageserver.feature;

import dev.durascope.languageserver.analysis.Identifiers;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.languageserver.feature.References.Found;
import dev.durascope.languageserver.feature.Rename.Edits;
import dev.durascope.languageserver.feature.Rename.Refused;
import dev.durascope.model.modules.NameUse;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Another name for a binding: in all environments, and in the code that reads it. */
final class RenamedBinding {

  /** The files that give variables values on one machine. */
  private static final List<String> LOCAL_VALUES = List.of(".dev.vars", ".env", ".env.local");

  private RenamedBinding() {}

  static Rename to(Found found, List<Subject> subjects, String old, String newName) {
    if (!Identifiers.isIdentifier(newName)) {
      return new Refused("\"%s\" cannot be read as env.%s.".formatted(newName, newName));
    }
    var mentions = References.all(found, subjects);
    return References.together(found, subjects).stream()
        .flatMap(subject -> clash(subject, old, newName).stream())
        .findFirst()
        .<Rename>map(Refused::new)
        .orElseGet(
            () -> new Edits(Rename.merged(Rename.replace(mentions, old, newName)), List.of()));
  }

  /** Why the name cannot be taken, or the old one not be left. */
  private static Optional<String> clash(Subject subject, String old, String newName) {
    boolean bound =
        subject.bindingViews().stream()
            .flatMap(view -> view.environment().bindingNames().stream())
            .anyMatch(binding -> binding.name().value().equals(newName));
    if (bound) {
      return Optional.of("There is a binding %s already.".formatted(newName));
    }
    var assigned = Pattern.compile("(?m)^\\s*(?:export\\s+)?" + Pattern.quote(old) + "\\s*=");
    for (var name : LOCAL_VALUES) {
      var text = subject.text(subject.config().directory().resolve(name)).orElse("");
      if (assigned.matcher(text).find()) {
        return Optional.of("%s gives %s a value, and is not changed.".formatted(name, old));
      }
    }
    var code = ProjectCode.of(subject);
    for (var file : code.files()) {
      var path = subject.views().getFirst().relative(file);
      if (code.isOwn(file) && code.uses(file, newName).stream().anyMatch(EnvironmentUse::isUse)) {
        return Optional.of("%s reads env.%s already.".formatted(path, newName));
      }
      if (code.isOwn(file)
          && code.uses(file, old).stream().anyMatch(use -> use instanceof NameUse.Unclear)) {
        return Optional.of(
            "%s cannot be read completely, so a place may be missed.".formatted(path));
      }
    }
    return Optional.empty();
  }
}
