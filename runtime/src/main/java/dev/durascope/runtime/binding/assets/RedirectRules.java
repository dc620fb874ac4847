package dev.durascope.runtime.binding.assets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code _redirects}: {@code FROM TO [STATUS]} a line, the first match wins. Status 200 serves
 * another path under this one.
 */
record RedirectRules(List<Rule> rules) {
  static final int DEFAULT_STATUS = 302;
  static final int PROXY = 200;

  private record Rule(RulePattern pattern, String to, int status) {}

  /** Where a request is sent. */
  record Target(String to, int status) {}

  static RedirectRules read(List<String> lines) {
    var rules = new ArrayList<Rule>();
    for (var line : lines) {
      var words = line.strip().split("\\s+", -1);
      if (words.length < 2 || words[0].startsWith("#")) {
        continue;
      }
      var status =
          words.length > 2 && words[2].matches("\\d+")
              ? Integer.parseInt(words[2])
              : DEFAULT_STATUS;
      RulePattern.of(words[0]).ifPresent(pattern -> rules.add(new Rule(pattern, words[1], status)));
    }
    return new RedirectRules(List.copyOf(rules));
  }

  Optional<Target> find(String host, String path) {
    for (var rule : rules) {
      var values = rule.pattern().match(host, path);
      if (values.isPresent()) {
        return Optional.of(new Target(RulePattern.fill(rule.to(), values.get()), rule.status()));
      }
    }
    return Optional.empty();
  }
}
