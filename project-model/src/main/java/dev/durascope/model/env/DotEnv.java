package dev.durascope.model.env;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The format of {@code .env} files, as the npm package dotenv (16.3) reads it: {@code KEY=value} or
 * {@code KEY: value}, perhaps after {@code export}; a value may be in quotes of three kinds and
 * then go over several lines; {@code #} begins a comment; anything else is passed over.
 */
final class DotEnv {
  private static final Pattern LINE =
      Pattern.compile(
          "^\\s*(?:export\\s+)?([\\w.-]+)(?:\\s*=\\s*?|:\\s+?)(\\s*'(?:\\\\'|[^'])*'|\\s*\"(?:\\\\\"|[^\"])*\"|\\s*`(?:\\\\`|[^`])*`|[^#\\r"
              + "\\n"
              + "]+)?\\s*(?:#.*)?$",
          Pattern.MULTILINE);

  private static final Pattern QUOTED =
      Pattern.compile("^(['\"`])([\\s\\S]*)\\1$", Pattern.MULTILINE);

  private DotEnv() {}

  /** The values in the order of their keys' first appearance; the last of a key wins. */
  static Map<String, String> parse(String text) {
    var values = new LinkedHashMap<String, String>();
    var lines = LINE.matcher(text.replaceAll("\\r\\n?", "\n"));
    while (lines.find()) {
      var written = lines.group(2) == null ? "" : lines.group(2).strip();
      var value = QUOTED.matcher(written).replaceAll("$2");
      if (written.startsWith("\"")) {
        value = value.replace("\\n", "\n").replace("\\r", "\r");
      }
      values.put(lines.group(1), value);
    }
    return values;
  }
}
