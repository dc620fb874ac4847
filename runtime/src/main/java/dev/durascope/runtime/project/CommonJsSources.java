package dev.durascope.runtime.project;

import com.google.gson.JsonPrimitive;
import dev.durascope.runtime.script.ModuleTable;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * CommonJS modules that stay outside the bundle, as ES modules.
 *
 * <p>A {@code require} cannot wait, and an ES module cannot be had without waiting; so whatever the
 * text of a module requires by name is imported before it runs. Two ES modules stand for each: one
 * that defines it as a function and imports what it requires, and one, at its own address, that
 * runs it and exports {@code module.exports}. Modules that require each other in a circle work as
 * everywhere: who comes second sees unfinished exports. See {@code commonjs.js} of the prelude.
 */
final class CommonJsSources {
  private static final Pattern REQUIRE =
      Pattern.compile("\\brequire\\s*\\(\\s*(['\"])(.+?)\\1\\s*\\)");
  private static final String DEFINITION = ".definition";

  private final ModuleTable modules;
  private final Set<String> commonJs;
  private final Predicate<String> isKnown;

  /**
   * @param commonJs the addresses of all CommonJS modules
   * @param isKnown whether there is any module at an address or of a name
   */
  CommonJsSources(ModuleTable modules, Set<String> commonJs, Predicate<String> isKnown) {
    this.modules = modules;
    this.commonJs = Set.copyOf(commonJs);
    this.isKnown = isKnown;
  }

  /** Adds the module of address {@code path}. */
  void add(String path, String source) {
    var imports = new LinkedHashMap<String, String>();
    var required = REQUIRE.matcher(source);
    while (required.find()) {
      var specifier = required.group(2);
      var target = target(path, specifier);
      if (isKnown.test(target)) {
        imports.put(specifier, target);
      }
    }
    modules.put(path + DEFINITION, definition(path, source, imports));
    modules.put(
        path,
        """
        import %s;
        export default globalThis[Symbol.for('durascope')].load('commonjs').require(%s);
        """
            .formatted(literal(path + DEFINITION), literal(path)));
  }

  private static String target(String path, String specifier) {
    return specifier.startsWith(".") || specifier.startsWith("/")
        ? Path.of(path).resolveSibling(specifier).normalize().toString()
        : specifier;
  }

  /** The user's text keeps its lines: all that is ours is on the first and the last. */
  private String definition(String path, String source, Map<String, String> imports) {
    var head = new StringBuilder();
    var table = new StringBuilder();
    imports.forEach(
        (specifier, target) -> {
          if (commonJs.contains(target)) {
            head.append("import ").append(literal(target + DEFINITION)).append("; ");
            table.append(literal(specifier)).append(": ").append(literal(target)).append(", ");
          } else {
            var name = "_" + table.length();
            head.append("import * as ").append(name).append(" from ").append(literal(target));
            head.append("; ");
            table.append(literal(specifier)).append(": ").append(name).append(", ");
          }
        });
    return head
        + "globalThis[Symbol.for('durascope')].load('commonjs').define("
        + literal(path)
        + ", { __proto__: null, "
        + table
        + "}, function (exports, require, module, __filename, __dirname) {"
        + source
        + "\n});";
  }

  private static String literal(String text) {
    return new JsonPrimitive(text).toString();
  }
}
