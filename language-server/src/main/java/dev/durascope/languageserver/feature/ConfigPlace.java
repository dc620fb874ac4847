package dev.durascope.languageserver.feature;

import dev.durascope.model.config.WranglerConfig;
import dev.durascope.model.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * Where in a configuration something is being typed: in a key, or in a value.
 *
 * <p>This is found by reading from the start of the text to the place and no further, because what
 * stands behind it is most often broken by what is still missing.
 *
 * @param path the keys of the table that the place is in; items of arrays add nothing
 * @param key of whose value the place is part; empty where a key is being typed
 * @param typed what is there of it already, around the place, without quotes
 * @param quote the quote before it; zero for none
 * @param inHeader whether it is part of a TOML header; {@code path} is then what stands before it
 */
record ConfigPlace(
    List<String> path, Optional<String> key, Span typed, char quote, boolean inHeader) {

  static final char NO_QUOTE = 0;

  ConfigPlace {
    path = List.copyOf(path);
  }

  /** The place at {@code offset}; empty inside of comments, and where nothing can be typed. */
  static Optional<ConfigPlace> at(WranglerConfig config, int offset) {
    var text = config.document().text();
    return config.isToml() ? TomlPlace.at(text, offset) : JsonPlace.at(text, offset);
  }

  /** The environment that the place is in; empty for the top level. */
  Optional<String> environment() {
    return path.size() >= 2 && path.getFirst().equals("env")
        ? Optional.of(path.get(1))
        : Optional.empty();
  }

  /** The path without the environment, and the previews of it, that it may begin with. */
  List<String> pathInEnvironment() {
    var inside = environment().isPresent() ? path.subList(2, path.size()) : path;
    return !inside.isEmpty() && inside.getFirst().equals("previews")
        ? inside.subList(1, inside.size())
        : inside;
  }

  /** The keys down to the value, as {@code durable_objects.bindings.class_name}. */
  String valuePath() {
    var table = String.join(".", pathInEnvironment());
    return table.isEmpty() ? key.orElse("") : table + "." + key.orElse("");
  }

  /** The characters of a bare word around {@code offset}. */
  static Span word(String text, int offset) {
    int start = offset;
    while (start > 0 && isWord(text.charAt(start - 1))) {
      start--;
    }
    int end = offset;
    while (end < text.length() && isWord(text.charAt(end))) {
      end++;
    }
    return new Span(start, end);
  }

  /** The inside of the string that begins at {@code start}: to its quote, or the line's end. */
  static Span inside(String text, int start, int offset, char quote) {
    int end = offset;
    while (end < text.length() && text.charAt(end) != quote && text.charAt(end) != '\n') {
      end++;
    }
    return new Span(start, end);
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '$';
  }
}
