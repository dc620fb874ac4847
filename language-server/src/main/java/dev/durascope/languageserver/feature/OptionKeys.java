package dev.durascope.languageserver.feature;

import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.languageserver.feature.Completion.Item;
import dev.durascope.languageserver.feature.Completion.Kind;
import java.util.List;
import java.util.Optional;

/** The options of an object's methods, where a call is about to be given one. */
final class OptionKeys {

  private OptionKeys() {}

  static List<Item> of(Subject subject, String text, int offset) {
    var typed = ConfigPlace.word(text, offset);
    var call = CallSite.at(text, typed.start());
    if (call.isEmpty()
        || call.get().isQuoted()
        || !call.get().object().map(OptionKeys::beginsKey).orElse(false)) {
      return List.of();
    }
    boolean hasColon = text.substring(typed.end()).stripLeading().startsWith(":");
    return CallHelp.missingOptions(subject, call.get()).stream()
        .map(
            option ->
                new Item(
                    option.name(),
                    Kind.KEY,
                    Optional.of(option.type()),
                    Optional.of(option.documentation()),
                    typed,
                    hasColon ? option.name() : option.name() + ": "))
        .toList();
  }

  private static boolean beginsKey(String before) {
    var written = before.stripTrailing();
    return written.isEmpty() || written.endsWith(",");
  }
}
