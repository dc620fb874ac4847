package dev.durascope.languageserver.analysis;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How people name the binding of a class and the class of a binding: {@code CHAT_ROOM} leads to
 * {@code ChatRoom}.
 */
public final class BindingWords {

  private static final Pattern BEFORE_WORD =
      Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

  private BindingWords() {}

  /** The name under which people would bind {@code className}. */
  public static String bindingOf(String className) {
    return BEFORE_WORD.matcher(className).replaceAll("_").toUpperCase(Locale.ROOT);
  }

  /** The class that people would bind as {@code binding}. */
  public static String classOf(String binding) {
    return Arrays.stream(binding.split("[^A-Za-z0-9$]+"))
        .filter(word -> !word.isEmpty())
        .map(BindingWords::capitalized)
        .collect(Collectors.joining());
  }

  /** Whether the two are the same words. */
  public static boolean match(String binding, String className) {
    return plain(binding).equals(plain(className));
  }

  private static String capitalized(String word) {
    boolean shouted = word.equals(word.toUpperCase(Locale.ROOT));
    var rest = word.substring(1);
    return word.substring(0, 1).toUpperCase(Locale.ROOT)
        + (shouted ? rest.toLowerCase(Locale.ROOT) : rest);
  }

  private static String plain(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
  }
}
