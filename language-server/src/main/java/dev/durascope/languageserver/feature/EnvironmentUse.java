package dev.durascope.languageserver.feature;

import dev.durascope.model.text.Located;
import dev.durascope.model.text.Span;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code env.NAME} and {@code env["NAME"]} in the text of a module. */
final class EnvironmentUse {

  private static final Pattern USE =
      Pattern.compile("\\benv\\s*(?:\\?\\.|\\.|\\[\\s*[\"'])\\s*([A-Za-z_$][\\w$-]*)");

  private EnvironmentUse() {}

  /** The name that {@code offset} is in, where it stands. */
  static Optional<Located<String>> at(String text, int offset) {
    int start = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
    int end = text.indexOf('\n', offset);
    var found = USE.matcher(text).region(start, end < 0 ? text.length() : end);
    while (found.find()) {
      var span = new Span(found.start(1), found.end(1));
      if (span.touches(offset)) {
        return Optional.of(new Located<>(found.group(1), span));
      }
    }
    return Optional.empty();
  }
}
