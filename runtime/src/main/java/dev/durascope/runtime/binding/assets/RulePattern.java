package dev.durascope.runtime.binding.assets;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The left side of a line in {@code _headers} or {@code _redirects}: a path, or a whole URL, with
 * {@code *} for anything and {@code :name} for one segment.
 */
record RulePattern(boolean wholeUrl, Pattern pattern) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\*|:([A-Za-z]\\w*)");

  /** The pattern; empty for a text that is none. */
  static Optional<RulePattern> of(String rule) {
    if (!rule.startsWith("/") && !rule.startsWith("https://")) {
      return Optional.empty();
    }
    var regex = new StringBuilder();
    var end = 0;
    var host = rule.startsWith("https://") ? rule.indexOf('/', "https://".length()) : -1;
    var from = rule.startsWith("https://") ? "https://".length() : 0;
    var matcher = PLACEHOLDER.matcher(rule);
    var names = new HashSet<String>();
    while (matcher.find(Math.max(from, end))) {
      regex.append(Pattern.quote(rule.substring(end, matcher.start())));
      var name = matcher.group(1) == null ? "splat" : matcher.group(1);
      if (!names.add(name)) {
        return Optional.empty();
      }
      var inHost = host >= 0 && matcher.start() < host;
      var text = matcher.group(1) == null ? ".*" : inHost ? "[^/.]+" : "[^/]+";
      regex.append("(?<").append(name.replace("_", "")).append(">").append(text).append(")");
      end = matcher.end();
    }
    regex.append(Pattern.quote(rule.substring(end)));
    return Optional.of(
        new RulePattern(rule.startsWith("https://"), Pattern.compile(regex.toString())));
  }

  /** What the placeholders stand for; empty if it is no match. */
  Optional<Map<String, String>> match(String host, String path) {
    var matcher = pattern.matcher(wholeUrl ? "https://" + host + path : path);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    var values = new LinkedHashMap<String, String>();
    pattern.namedGroups().forEach((name, group) -> values.put(name, matcher.group(group)));
    return Optional.of(values);
  }

  /** Puts what the placeholders stand for into a text. */
  static String fill(String text, Map<String, String> values) {
    var result = text;
    for (var entry : values.entrySet()) {
      result = result.replace(":" + entry.getKey(), entry.getValue());
    }
    return result;
  }
}
