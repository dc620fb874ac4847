package dev.durascope.runtime.html;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a document type declaration says; null where it says nothing. */
public record Doctype(@Nullable String name, @Nullable String publicId, @Nullable String systemId) {
  private static final String QUOTED = "(\"[^\">]*\"?|'[^'>]*'?)";
  private static final Pattern NAME = Pattern.compile("(?i)^<!doctype\\s*([^\\s>]+)");
  private static final Pattern PUBLIC =
      Pattern.compile("(?i)^\\s+PUBLIC\\s*" + QUOTED + "(?:\\s*" + QUOTED + ")?");
  private static final Pattern SYSTEM = Pattern.compile("(?i)^\\s+SYSTEM\\s*" + QUOTED);

  static Doctype read(String markup) {
    var name = NAME.matcher(markup);
    if (!name.find()) {
      return new Doctype(null, null, null);
    }
    var rest = markup.substring(name.end());
    var lower = name.group(1).toLowerCase(Locale.ROOT);
    var isPublic = PUBLIC.matcher(rest);
    if (isPublic.find()) {
      return new Doctype(lower, unquoted(isPublic, 1), unquoted(isPublic, 2));
    }
    var isSystem = SYSTEM.matcher(rest);
    return new Doctype(lower, null, isSystem.find() ? unquoted(isSystem, 1) : null);
  }

  private static @Nullable String unquoted(Matcher matcher, int group) {
    var quoted = matcher.group(group);
    return quoted == null ? null : quoted.replaceAll("^[\"']|[\"']$", "");
  }
}
