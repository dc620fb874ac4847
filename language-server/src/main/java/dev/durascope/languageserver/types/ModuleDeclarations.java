package dev.durascope.languageserver.types;

import dev.durascope.model.config.Environment;
import dev.durascope.model.text.Located;
import dev.durascope.model.tree.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * The types of files that are imported and are no code: by {@code rules}, then by default. The
 * first rule that has a name's end says its type.
 *
 * <p>Rules are told by the ends of names, <code>&#42;.md</code>. One that is about a folder, or one
 * file, is declared as far as TypeScript has a pattern for it.
 */
final class ModuleDeclarations {

  private record Rule(String type, List<String> globs, boolean fallsThrough) {}

  private static final List<Rule> DEFAULTS =
      List.of(
          new Rule("Text", List.of("**/*.txt", "**/*.html", "**/*.sql"), false),
          new Rule("Data", List.of("**/*.bin"), false),
          new Rule("CompiledWasm", List.of("**/*.wasm", "**/*.wasm?module"), false));

  private ModuleDeclarations() {}

  static String of(Environment environment) {
    var rules = new ArrayList<Rule>();
    for (var item : environment.inherited("rules").map(Node::asItems).orElse(List.of())) {
      item.asTable().ifPresent(table -> rules.add(read(table)));
    }
    rules.addAll(DEFAULTS);
    var ended = new HashSet<String>();
    var declarations = new LinkedHashMap<String, String>();
    for (var rule : rules) {
      var type = type(rule.type());
      if (type.isPresent() && !ended.contains(rule.type())) {
        for (var glob : rule.globs()) {
          var pattern = pattern(glob);
          declarations.putIfAbsent(pattern, declaration(pattern, type.get()));
        }
      }
      if (!rule.fallsThrough()) {
        ended.add(rule.type());
      }
    }
    return String.join("\n", declarations.values());
  }

  private static Rule read(Node.Table table) {
    return new Rule(
        table.string("type").map(Located::value).orElse(""),
        table.items("globs").stream()
            .flatMap(glob -> glob.asString().stream())
            .map(Located::value)
            .toList(),
        table.get("fallthrough").filter(value -> Boolean.TRUE.equals(value.toPlain())).isPresent());
  }

  private static Optional<String> type(String kind) {
    return switch (kind) {
      case "CompiledWasm" -> Optional.of("WebAssembly.Module");
      case "Data" -> Optional.of("ArrayBuffer");
      case "Text" -> Optional.of("string");
      default -> Optional.empty();
    };
  }

  private static String declaration(String pattern, String type) {
    return "declare module \"%s\" {\n\tconst value: %s;\n\texport default value;\n}"
        .formatted(pattern, type);
  }

  /** With one star, which is all that TypeScript allows: what stands before the last one goes. */
  private static String pattern(String glob) {
    var pattern = glob.replace("**/*", "*").replace("**/", "*/").replace("/**", "/*");
    boolean hasOne = pattern.indexOf('*') == pattern.lastIndexOf('*');
    return hasOne ? pattern : glob.substring(glob.lastIndexOf('*'));
  }
}
