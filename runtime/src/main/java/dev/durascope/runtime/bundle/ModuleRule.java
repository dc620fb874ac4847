package dev.durascope.runtime.bundle;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Says which import paths are modules of which type, as {@code rules} in a wrangler configuration
 * do.
 *
 * @param globs matched against the import path as it is written; {@code *} matches any characters,
 *     the slash too
 * @param fallthrough whether later rules of the same type, the defaults among them, stay in force
 */
public record ModuleRule(ModuleType type, List<String> globs, boolean fallthrough) {

  /** The rules that hold after a project's own. */
  public static final List<ModuleRule> DEFAULTS =
      List.of(
          new ModuleRule(ModuleType.TEXT, List.of("**/*.txt", "**/*.html", "**/*.sql"), false),
          new ModuleRule(ModuleType.DATA, List.of("**/*.bin"), false),
          new ModuleRule(
              ModuleType.COMPILED_WASM, List.of("**/*.wasm", "**/*.wasm?module"), false));

  public ModuleRule {
    globs = List.copyOf(globs);
  }

  /**
   * The glob as a regular expression for the names of files, in which {@code *} stays within a
   * directory and {@code **} does not.
   */
  static String pathRegex(String glob) {
    var regex = new StringBuilder();
    for (var i = 0; i < glob.length(); i++) {
      var c = glob.charAt(i);
      if (glob.startsWith("**/", i) && (i == 0 || glob.charAt(i - 1) == '/')) {
        regex.append("(?:.*/)?");
        i += 2;
      } else if (glob.startsWith("**", i)) {
        regex.append(".*");
        i++;
      } else if (c == '*') {
        regex.append("[^/]*");
      } else {
        regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return regex.toString();
  }

  /**
   * The rules in force: the first of a type ends that type, the defaults among them, unless it
   * falls through.
   */
  static List<ModuleRule> inForce(List<ModuleRule> own) {
    var ended = EnumSet.noneOf(ModuleType.class);
    var inForce = new ArrayList<ModuleRule>();
    Stream.concat(own.stream(), DEFAULTS.stream())
        .filter(rule -> !ended.contains(rule.type()))
        .forEach(
            rule -> {
              inForce.add(rule);
              if (!rule.fallthrough()) {
                ended.add(rule.type());
              }
            });
    return inForce;
  }

  /** The glob as a regular expression that Java and Go read alike. */
  static String regex(String glob) {
    var regex = new StringBuilder("^");
    for (var i = 0; i < glob.length(); i++) {
      var c = glob.charAt(i);
      if (c == '*') {
        while (i + 1 < glob.length() && glob.charAt(i + 1) == '*') {
          i++;
        }
        regex.append(".*");
      } else if (Character.isLetterOrDigit(c) || c > 0x7F || "/_- ".indexOf(c) >= 0) {
        regex.append(c);
      } else {
        regex.append('\\').append(c);
      }
    }
    return regex.append('$').toString();
  }
}
