package dev.durascope.languageserver.analysis.rules;

import java.util.List;

/** Several classes in one sentence. */
final class Named {

  private Named() {}

  /** {@code "A", "B" and "C"}. */
  static String all(List<String> names) {
    var last = "\"" + names.getLast() + "\"";
    return names.size() == 1
        ? last
        : "\"" + String.join("\", \"", names.subList(0, names.size() - 1)) + "\" and " + last;
  }
}
