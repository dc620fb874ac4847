package dev.durascope.runtime.binding.assets;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The patterns of {@code .assetsignore}, which are those of {@code .gitignore}: the last that
 * matches decides, and what is in an ignored folder is ignored. As in wrangler, upper and lower
 * case are the same.
 */
record IgnoreRules(List<Rule> rules) {

  /**
   * One line.
   *
   * @param included whether it begins with an exclamation mark
   * @param foldersOnly whether it ends with a slash
   */
  record Rule(Pattern pattern, boolean included, boolean foldersOnly) {}

  static IgnoreRules of(List<String> lines) {
    var rules = new ArrayList<Rule>();
    for (var line : lines) {
      var text = stripped(line);
      if (!text.isEmpty() && !text.startsWith("#")) {
        rules.add(rule(text));
      }
    }
    return new IgnoreRules(List.copyOf(rules));
  }

  /** Blanks at the end do not count, unless the first has a backslash before it. */
  private static String stripped(String line) {
    var end = line.length();
    while (end > 0 && Character.isWhitespace(line.charAt(end - 1))) {
      end--;
    }
    return end > 0 && end < line.length() && line.charAt(end - 1) == '\\'
        ? line.substring(0, end + 1)
        : line.substring(0, end);
  }

  private static Rule rule(String line) {
    var included = line.startsWith("!");
    var text = included ? line.substring(1) : line;
    var foldersOnly = text.endsWith("/");
    if (foldersOnly) {
      text = text.substring(0, text.length() - 1);
    }
    var isAnchored = text.contains("/");
    var glob = text.startsWith("/") ? text.substring(1) : text;
    var regex = (isAnchored ? "" : "(?:.*/)?") + regex(glob);
    return new Rule(
        Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
        included,
        foldersOnly);
  }

  private static String regex(String glob) {
    var regex = new StringBuilder();
    var at = 0;
    while (at < glob.length()) {
      var c = glob.charAt(at);
      if (glob.startsWith("**/", at) && isSegmentStart(glob, at)) {
        regex.append("(?:.*/)?");
        at += 3;
      } else if (glob.startsWith("**", at) && at + 2 == glob.length() && isSegmentStart(glob, at)) {
        regex.append(".+");
        at += 2;
      } else if (c == '*') {
        regex.append("[^/]*");
        at++;
      } else if (c == '?') {
        regex.append("[^/]");
        at++;
      } else if (c == '[' && glob.indexOf(']', at + 2) > 0) {
        var end = glob.indexOf(']', at + 2);
        regex.append(characters(glob.substring(at + 1, end)));
        at = end + 1;
      } else {
        if (c == '\\' && at + 1 < glob.length()) {
          at++;
        }
        regex.append(Pattern.quote(glob.substring(at, at + 1)));
        at++;
      }
    }
    return regex.toString();
  }

  private static boolean isSegmentStart(String glob, int at) {
    return at == 0 || glob.charAt(at - 1) == '/';
  }

  private static String characters(String inBrackets) {
    var isNegated = inBrackets.startsWith("!") || inBrackets.startsWith("^");
    var rest = isNegated ? inBrackets.substring(1) : inBrackets;
    var escaped = rest.replace("\\", "\\\\").replace("[", "\\[").replace("&", "\\&");
    return "(?!/)[" + (isNegated ? "^" : "") + escaped + "]";
  }

  /** Whether a file is ignored, by its path without a slash at the start. */
  boolean ignores(String path) {
    for (var slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
      if (matches(path.substring(0, slash), true)) {
        return true;
      }
    }
    return matches(path, false);
  }

  private boolean matches(String path, boolean isFolder) {
    var ignored = false;
    for (var rule : rules) {
      if ((isFolder || !rule.foldersOnly()) && rule.pattern().matcher(path).matches()) {
        ignored = !rule.included();
      }
    }
    return ignored;
  }
}
