package dev.durascope.languageserver.feature;

import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.languageserver.feature.Completion.Item;
import dev.durascope.languageserver.feature.Completion.Kind;
import dev.durascope.model.config.NamedBinding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The bindings, where code is about to read one from {@code env}. */
final class EnvironmentMembers {

  private static final Pattern BEFORE =
      Pattern.compile(EnvironmentUse.WORD + "\\s*(\\?\\.|\\.)\\s*$");

  private EnvironmentMembers() {}

  static List<Item> of(Subject subject, String text, int offset) {
    var typed = ConfigPlace.word(text, offset);
    int line = text.lastIndexOf('\n', Math.max(0, typed.start() - 1)) + 1;
    if (!BEFORE.matcher(text.substring(Math.min(line, typed.start()), typed.start())).find()) {
      return List.of();
    }
    var bindings = new LinkedHashMap<String, NamedBinding>();
    for (var view : subject.bindingViews()) {
      for (var binding : view.environment().bindingNames()) {
        bindings.putIfAbsent(binding.name().value(), binding);
      }
    }
    return bindings.values().stream()
        .map(
            binding ->
                new Item(
                    binding.name().value(),
                    Kind.BINDING,
                    Optional.of(binding.kind()),
                    Hover.binding(subject, binding.name()).map(Hover::markdown),
                    typed,
                    binding.name().value()))
        .toList();
  }
}
