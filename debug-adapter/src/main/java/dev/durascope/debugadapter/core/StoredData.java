package dev.durascope.debugadapter.core;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something in an object's storage that can be read and written, or a group of such things.
 *
 * <p>Its text is an expression that people can type: {@code storage.get("count")} for a key, {@code
 * storage["count"]} for the same, {@code storage["user:*"]} for all keys that begin so, {@code
 * sql:messages} for a table, {@code storage.alarm} for the alarm. What comes before {@code storage}
 * is not looked at, so the program's own expressions will do: {@code
 * this.ctx.storage.get("count")}.
 */
public sealed interface StoredData {

  /** One key. */
  record Key(String key) implements StoredData {
    @Override
    public boolean covers(StoredData accessed) {
      return equals(accessed);
    }

    @Override
    public String title() {
      return quoted(key);
    }

    @Override
    public String toString() {
      return "storage.get(" + quoted(key) + ")";
    }
  }

  /** All keys that begin so. */
  record Prefix(String prefix) implements StoredData {
    @Override
    public boolean covers(StoredData accessed) {
      return accessed instanceof Key one && one.key().startsWith(prefix);
    }

    @Override
    public String title() {
      return prefix.isEmpty() ? "all keys" : "keys " + quoted(prefix + "*");
    }

    @Override
    public String toString() {
      return "storage[" + quoted(prefix + "*") + "]";
    }
  }

  /** A table of the object's SQL; SQLite compares names without regard to case. */
  record Table(String name) implements StoredData {
    @Override
    public boolean covers(StoredData accessed) {
      return accessed instanceof Table other && other.name().equalsIgnoreCase(name);
    }

    @Override
    public String title() {
      return "table " + name;
    }

    @Override
    public String toString() {
      return "sql:" + name;
    }
  }

  /** The alarm. */
  record Alarm() implements StoredData {
    @Override
    public boolean covers(StoredData accessed) {
      return equals(accessed);
    }

    @Override
    public String title() {
      return "alarm";
    }

    @Override
    public String toString() {
      return "storage.alarm";
    }
  }

  /** Whether an access to {@code accessed} is an access to this. */
  boolean covers(StoredData accessed);

  /** What people call it. */
  String title();

  /** Reads the form that {@code toString} writes, and what people may type instead. */
  static Optional<StoredData> parse(String text) {
    var expression = text.strip();
    var key = Forms.KEY.matcher(expression);
    if (key.matches()) {
      return Optional.of(new Key(plain(key.group("key"))));
    }
    var element = Forms.ELEMENT.matcher(expression);
    if (element.matches()) {
      var inside = plain(element.group("key"));
      return Optional.of(
          inside.endsWith("*")
              ? new Prefix(inside.substring(0, inside.length() - 1))
              : new Key(inside));
    }
    var table = Forms.TABLE.matcher(expression);
    if (table.matches()) {
      return Optional.of(new Table(table.group("name")));
    }
    return Forms.ALARM.matcher(expression).matches() ? Optional.of(new Alarm()) : Optional.empty();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String plain(String literal) {
    return literal.replaceAll("\\\\(.)", "$1");
  }

  /** The forms of its text. */
  final class Forms {
    private static final String STORAGE = "(?:[\\p{L}\\p{N}_$.#]*[.#$])?storage(?:\\.kv)?";
    private static final String LITERAL =
        "\\s*(?<quote>[\"'`])(?<key>(?:\\\\.|(?!\\k<quote>)[^\\\\])*)\\k<quote>\\s*";
    private static final Pattern KEY =
        Pattern.compile("(?:await\\s+)?" + STORAGE + "\\.get\\(" + LITERAL + "\\)", Pattern.DOTALL);
    private static final Pattern ELEMENT =
        Pattern.compile(STORAGE + "\\[" + LITERAL + "\\]", Pattern.DOTALL);
    private static final Pattern TABLE = Pattern.compile("\\$?sql:\\s*\"?(?<name>[^\"]+?)\"?");
    private static final Pattern ALARM =
        Pattern.compile("(?:await\\s+)?" + STORAGE + "\\.(?:alarm|getAlarm\\(\\))");

    private Forms() {}
  }
}
