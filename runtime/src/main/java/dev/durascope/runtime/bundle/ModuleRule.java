package dev.durascope.runtime.bundle;

import java.util.List;

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
