package dev.durascope.languageserver.feature;

import dev.durascope.languageserver.analysis.Place;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.languageserver.feature.Mention.Form;
import dev.durascope.model.config.NamedBinding;
import dev.durascope.model.modules.NameUse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The places that speak of a binding: its name in each environment that has it, because one code
 * serves them all; what reads it from {@code env}; and its type.
 */
final class BindingMentions {

  private BindingMentions() {}

  /**
   * @param files the modules to look in
   */
  static List<Mention> of(Subject subject, String name, Collection<Path> files) {
    var found = new ArrayList<Mention>();
    subject.bindingViews().stream()
        .flatMap(view -> view.environment().bindingNames().stream())
        .map(NamedBinding::name)
        .filter(written -> written.value().equals(name))
        .map(written -> new Mention(subject.at(written.span()), name, Form.DECLARATION))
        .distinct()
        .forEach(found::add);
    if (found.isEmpty()) {
      return List.of();
    }
    var code = ProjectCode.of(subject);
    for (var file : files) {
      for (var use : code.isOwn(file) ? code.uses(file, name) : List.<NameUse>of()) {
        if (EnvironmentUse.isUse(use)) {
          found.add(new Mention(new Place(file, use.span()), name, form(use)));
        }
      }
    }
    return found;
  }

  private static Form form(NameUse use) {
    boolean shorthand = use instanceof NameUse.Destructured(_, var same, _) && same;
    return shorthand ? Form.SHORTHAND_PATTERN : Form.USE;
  }
}
