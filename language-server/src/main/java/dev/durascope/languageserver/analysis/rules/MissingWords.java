package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.BindingWords;
import dev.durascope.languageserver.analysis.EnvironmentView;
import dev.durascope.languageserver.analysis.Identifiers;
import dev.durascope.model.config.BindingEntry;
import dev.durascope.model.modules.ExportLookup.Exported;
import dev.durascope.model.modules.ExportLookup.Unknown;
import dev.durascope.model.modules.Module.Kind;
import dev.durascope.model.text.Located;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a binding without a name, or without a class, most likely wants to say. */
final class MissingWords {

  /** Ways to mend one binding that a menu can hold. */
  private static final int MAX_CLASSES = 5;

  private MissingWords() {}

  /** The name for a binding that has a class: the words of the class, not used yet. */
  static Optional<String> name(EnvironmentView view, BindingEntry binding) {
    var used =
        view.environment().bindingNames().stream()
            .map(each -> each.name().value())
            .collect(Collectors.toSet());
    return binding
        .className()
        .map(Located::value)
        .filter(name -> !EnvironmentView.isPlaceholder(name))
        .map(BindingWords::bindingOf)
        .filter(Identifiers::isIdentifier)
        .map(
            word -> {
              var free = word;
              for (int number = 2; used.contains(free); number++) {
                free = word + "_" + number;
              }
              return free;
            });
  }

  /**
   * The exported classes that the binding may mean, the likeliest first: the one of its name, then
   * those that nothing binds. Where the exports are not known it is the name's own words.
   */
  static List<String> classes(EnvironmentView view, BindingEntry binding) {
    if (!binding.isOwnClass(view.environment())) {
      return List.of();
    }
    var name = binding.name().map(Located::value).orElse("");
    var bound = view.ownClasses().stream().map(Located::value).collect(Collectors.toSet());
    var exported =
        view.exportedNames().stream()
            .filter(
                each ->
                    view.lookup(each) instanceof Exported(Kind kind, _, _) && kind == Kind.CLASS)
            .filter(each -> !bound.contains(each) || BindingWords.match(name, each))
            .sorted(Comparator.comparing(each -> !BindingWords.match(name, each)))
            .limit(MAX_CLASSES)
            .toList();
    var word = BindingWords.classOf(name);
    return exported.isEmpty()
            && Identifiers.isIdentifier(word)
            && view.lookup(word) instanceof Unknown
        ? List.of(word)
        : exported;
  }
}
