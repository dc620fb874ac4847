package dev.durascope.runtime.binding.assets;

import dev.durascope.runtime.message.Header;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/**
 * {@code _headers}: a pattern at the beginning of a line, and below it, indented, {@code NAME:
 * VALUE} to set a header or {@code ! NAME} to take it away. All rules that match apply, in order; a
 * header that two of them set has both values.
 */
record HeaderRules(List<Rule> rules) {
  private record Rule(RulePattern pattern, List<Header> set, List<String> unset) {}

  static HeaderRules read(List<String> lines) {
    var rules = new ArrayList<Rule>();
    for (var line : lines) {
      var text = line.strip();
      if (text.isEmpty() || text.startsWith("#")) {
        continue;
      }
      var colon = text.indexOf(':');
      if (text.startsWith("/") || text.startsWith("https://")) {
        RulePattern.of(text)
            .ifPresent(
                pattern -> rules.add(new Rule(pattern, new ArrayList<>(), new ArrayList<>())));
      } else if (!rules.isEmpty() && text.startsWith("!")) {
        rules.getLast().unset().add(text.substring(1).strip());
      } else if (!rules.isEmpty() && colon > 0) {
        rules
            .getLast()
            .set()
            .add(new Header(text.substring(0, colon).strip(), text.substring(colon + 1).strip()));
      }
    }
    return new HeaderRules(List.copyOf(rules));
  }

  /** The headers of a response after the rules for its request. */
  List<Header> apply(String host, String path, List<Header> headers) {
    var result = new ArrayList<>(headers);
    var set = new HashSet<String>();
    for (var rule : rules) {
      var values = rule.pattern().match(host, path);
      if (values.isEmpty()) {
        continue;
      }
      rule.unset().forEach(name -> remove(result, name));
      for (var header : rule.set()) {
        if (set.add(header.name().toLowerCase(Locale.ROOT))) {
          remove(result, header.name());
        }
        result.add(new Header(header.name(), RulePattern.fill(header.value(), values.get())));
      }
    }
    return result;
  }

  private static void remove(List<Header> headers, String name) {
    headers.removeIf(header -> header.name().equalsIgnoreCase(name));
  }
}
