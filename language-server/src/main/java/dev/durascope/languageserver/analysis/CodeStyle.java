package dev.durascope.languageserver.analysis;

import dev.durascope.model.modules.CodeFile;
import dev.durascope.model.text.Located;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the imports of a module are written, so that what is added looks like them.
 *
 * @param ending what the paths of other modules end with: {@code .js}, or nothing
 */
record CodeStyle(char quote, boolean semicolons, String ending, String lineBreak) {

  private static final Pattern ENDING = Pattern.compile("\\.[mc]?[jt]sx?$");

  static CodeStyle of(String text, CodeFile code) {
    var imports = code.imports().stream().filter(each -> isQuoted(text, each)).toList();
    return new CodeStyle(
        imports.isEmpty() ? likelyQuote(text) : text.charAt(imports.getFirst().span().start() - 1),
        semicolons(text, imports),
        ending(imports),
        text.contains("\r\n") ? "\r\n" : "\n");
  }

  private static boolean isQuoted(String text, Located<String> specifier) {
    int before = specifier.span().start() - 1;
    return before >= 0 && (text.charAt(before) == '"' || text.charAt(before) == '\'');
  }

  private static char likelyQuote(String text) {
    long single = text.chars().filter(c -> c == '\'').count();
    long twofold = text.chars().filter(c -> c == '"').count();
    return single > twofold ? '\'' : '"';
  }

  private static boolean semicolons(String text, List<Located<String>> imports) {
    return imports.isEmpty()
        ? text.isBlank() || text.contains(";")
        : imports.stream().anyMatch(each -> text.startsWith(";", each.span().end() + 1));
  }

  private static String ending(List<Located<String>> imports) {
    return imports.stream()
        .map(Located::value)
        .filter(specifier -> specifier.startsWith("."))
        .findFirst()
        .flatMap(CodeStyle::endingOf)
        .orElse("");
  }

  private static Optional<String> endingOf(String specifier) {
    var matcher = ENDING.matcher(specifier);
    return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
  }

  /** A statement that ends with a module's name. */
  String from(String statement, String specifier) {
    return statement + " from " + quote + specifier + quote + (semicolons ? ";" : "");
  }
}
