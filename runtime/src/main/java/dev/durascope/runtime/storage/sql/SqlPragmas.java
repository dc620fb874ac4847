package dev.durascope.runtime.storage.sql;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The pragmas that user code may use, and with what arguments.
 *
 * @see <a
 *     href="https://developers.cloudflare.com/durable-objects/api/sqlite-storage-api/#supported-sqlite-features">the
 *     platform's list</a>
 */
final class SqlPragmas {
  private enum Argument {
    NONE,
    BOOLEAN,
    NAME,
    OPTIONAL_NAME,
    OPTIONAL_NUMBER,
    OPTIONAL_NUMBER_OR_NAME
  }

  private static final Map<String, Argument> ALLOWED =
      Map.ofEntries(
          Map.entry("data_version", Argument.NONE),
          Map.entry("page_size", Argument.NONE),
          Map.entry("case_sensitive_like", Argument.BOOLEAN),
          Map.entry("foreign_keys", Argument.BOOLEAN),
          Map.entry("defer_foreign_keys", Argument.BOOLEAN),
          Map.entry("ignore_check_constraints", Argument.BOOLEAN),
          Map.entry("legacy_alter_table", Argument.BOOLEAN),
          Map.entry("recursive_triggers", Argument.BOOLEAN),
          Map.entry("reverse_unordered_selects", Argument.BOOLEAN),
          Map.entry("foreign_key_check", Argument.OPTIONAL_NAME),
          Map.entry("foreign_key_list", Argument.NAME),
          Map.entry("index_info", Argument.NAME),
          Map.entry("index_list", Argument.NAME),
          Map.entry("index_xinfo", Argument.NAME),
          Map.entry("quick_check", Argument.OPTIONAL_NUMBER_OR_NAME),
          Map.entry("optimize", Argument.OPTIONAL_NUMBER),
          Map.entry("table_list", Argument.OPTIONAL_NAME),
          Map.entry("table_info", Argument.NAME),
          Map.entry("table_xinfo", Argument.NAME));

  private static final Pattern BOOLEAN =
      Pattern.compile("(?:true|false|yes|no|on|off|1|0).*", Pattern.CASE_INSENSITIVE);
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+");

  private SqlPragmas() {}

  /** Whether {@code PRAGMA …} is allowed; what is no pragma is left to SQLite. */
  static boolean isAllowed(List<SqlToken> body) {
    int at = 1;
    if (at + 1 < body.size() && body.get(at + 1).isSymbol(".")) {
      if (!body.get(at).value().equalsIgnoreCase("main")) {
        return false;
      }
      at += 2;
    }
    if (at >= body.size() || !body.get(at).mayBeName()) {
      return true;
    }
    var allowed = ALLOWED.get(body.get(at).value().toLowerCase(Locale.ROOT));
    return allowed != null && isAllowed(allowed, argument(body, at + 1));
  }

  /** Whether the table {@code pragma_name} may be read. */
  static boolean isAllowedTable(String name) {
    return ALLOWED.containsKey(name.toLowerCase(Locale.ROOT).substring("pragma_".length()));
  }

  private static @Nullable String argument(List<SqlToken> body, int at) {
    if (at + 1 >= body.size() || !(body.get(at).isSymbol("=") || body.get(at).isSymbol("("))) {
      return null;
    }
    SqlToken value = body.get(at + 1);
    boolean signed = value.isSymbol("-") || value.isSymbol("+");
    return signed && at + 2 < body.size() ? value.text() + body.get(at + 2).text() : value.value();
  }

  private static boolean isAllowed(Argument allowed, @Nullable String value) {
    boolean number = value != null && NUMBER.matcher(value).matches();
    return switch (allowed) {
      case NONE -> value == null;
      case BOOLEAN -> value == null || BOOLEAN.matcher(value).matches();
      case NAME -> value != null && !SqlPolicy.isReserved(value);
      case OPTIONAL_NAME, OPTIONAL_NUMBER_OR_NAME -> value == null || !SqlPolicy.isReserved(value);
      case OPTIONAL_NUMBER -> value == null || number;
    };
  }
}
