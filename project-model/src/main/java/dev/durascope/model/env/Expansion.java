package dev.durascope.model.env;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * References among the values of {@code .env} files, as the npm package dotenv-expand (13) resolves
 * them: {@code $NAME}, {@code ${NAME}}, {@code ${NAME:-default}}, {@code ${NAME:+alternative}}, the
 * same without the colon; a dollar behind a backslash is one.
 */
final class Expansion {
  private static final Pattern REFERENCE =
      Pattern.compile("(?<!\\\\)\\$\\{([^{}]+)}|(?<!\\\\)\\$([A-Za-z_][A-Za-z0-9_]*)");

  private static final Pattern OPERATOR = Pattern.compile("(:\\+|\\+|:-|-)");

  private Expansion() {}

  /**
   * The values with their references resolved, on top of the surroundings.
   *
   * @param surroundings values that go before those of the same name, such as the process's
   */
  static Map<String, String> expand(Map<String, String> parsed, Map<String, String> surroundings) {
    var done = new LinkedHashMap<String, String>();
    parsed.forEach(
        (key, value) -> {
          var outer = surroundings.getOrDefault(key, "");
          var expanded =
              !outer.isEmpty() && !outer.equals(value) ? outer : expand(value, done, surroundings);
          done.put(key, expanded.replace("\\$", "$"));
        });
    var all = new LinkedHashMap<>(surroundings);
    all.putAll(done);
    return all;
  }

  private static String expand(
      String value, Map<String, String> done, Map<String, String> surroundings) {
    var known = new LinkedHashMap<>(done);
    known.putAll(surroundings);
    var seen = new HashSet<String>();
    var result = value;
    for (var match = REFERENCE.matcher(result); match.find(); match = REFERENCE.matcher(result)) {
      seen.add(result);
      var expression = match.group(1) == null ? match.group(2) : match.group(1);
      var operator = OPERATOR.matcher(expression);
      var name = operator.find() ? expression.substring(0, operator.start()) : expression;
      var found = known.getOrDefault(name, "");
      var replacement = replacement(found, expression, operator, name, seen);
      result = result.substring(0, match.start()) + replacement + result.substring(match.end());
      if (result.equals(done.get(name))) {
        break;
      }
    }
    return result;
  }

  private static String replacement(
      String found, String expression, Matcher operator, String name, Set<String> seen) {
    if (name.length() == expression.length()) {
      return seen.contains(found) ? "" : found;
    }
    var other = expression.substring(operator.end());
    if (operator.group().endsWith("+")) {
      return found.isEmpty() ? "" : other;
    }
    return found.isEmpty() || seen.contains(found) ? other : found;
  }
}
