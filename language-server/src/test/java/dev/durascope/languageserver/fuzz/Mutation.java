package dev.durascope.languageserver.fuzz;

import java.util.List;
import java.util.random.RandomGenerator;

/** One change to a text, as a typing hand, a bad merge or a broken disk makes them. */
final class Mutation {

  private static final int LONG_RUN = 2_000;
  private static final int SPAN_MAX_CHARS = 40;

  /** What readers of TOML, JSON, JavaScript and TypeScript look out for. */
  private static final List<String> TOKENS =
      List.of(
          "[",
          "]",
          "[[",
          "]]",
          "{",
          "}",
          "(",
          ")",
          "\"",
          "'",
          "\"\"\"",
          "'''",
          "`",
          "${",
          "\\",
          "\\u",
          "\\uD83D",
          "//",
          "/*",
          "*/",
          "#",
          ",",
          ".",
          "..",
          "=",
          ":",
          "\n",
          "\r",
          "\r\n",
          "\t",
          "\u0000",
          "\uFEFF",
          "\uD83D",
          "\uDE00",
          "é",
          "<",
          ">",
          "</",
          "<T>",
          "@",
          "=>",
          "export ",
          "export * from ",
          "export default ",
          "class ",
          "extends ",
          "import ",
          "from ",
          "type ",
          "env.",
          "env.ROOM.",
          "await ",
          "1e999",
          "-",
          "0x",
          "1979-05-27",
          "nan",
          "null",
          "true",
          "durable_objects",
          "bindings",
          "migrations",
          "exports",
          "new_classes",
          "env",
          "[env.x]",
          "[[migrations]]",
          "class_name",
          "tag",
          "$schema",
          "durascope-ignore ");

  private Mutation() {}

  static String of(String text, RandomGenerator random, Corpus corpus) {
    int at = random.nextInt(text.length() + 1);
    int end = Math.min(text.length(), at + 1 + random.nextInt(SPAN_MAX_CHARS));
    var before = text.substring(0, at);
    var span = text.substring(at, end);
    var after = text.substring(end);
    var token = TOKENS.get(random.nextInt(TOKENS.size()));
    return switch (random.nextInt(10)) {
      case 0 -> before;
      case 1 -> before + after;
      case 2 -> before + span + span + after;
      case 3 -> before + new StringBuilder(span).reverse() + after;
      case 4 -> before + (char) random.nextInt(Character.MAX_VALUE + 1) + span + after;
      case 5 -> before + token.repeat(1 + random.nextInt(LONG_RUN)) + span + after;
      case 6 -> {
        var other = corpus.any(random).files().values().stream().findAny().orElse("");
        yield before + other.substring(random.nextInt(other.length() + 1));
      }
      default -> before + token + span + after;
    };
  }
}
