package dev.durascope.languageserver.feature;

import dev.durascope.model.config.WranglerConfig;
import dev.durascope.model.text.Located;
import dev.durascope.model.text.Span;
import dev.durascope.model.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tables and keys of a configuration, with the names that people know their items by. */
public final class Outline {

  /** What a symbol stands for. */
  public enum Kind {
    ENVIRONMENT,
    TABLE,
    LIST,
    BINDING,
    MIGRATION,
    CLASS,
    VALUE
  }

  /**
   * A part of the configuration.
   *
   * @param detail a value, or what an item is about; may be empty
   * @param span all of it, {@code selection} included
   * @param selection what to go to
   */
  public record Symbol(
      String name, String detail, Kind kind, Span span, Span selection, List<Symbol> children) {

    public Symbol {
      children = List.copyOf(children);
    }
  }

  /** A longer value is cut. */
  private static final int MAX_DETAIL = 60;

  /** The keys that name an item of a list, the best first. */
  private static final List<String> NAMES = List.of("name", "binding", "tag", "class_name", "from");

  /** The keys that say what it is about. */
  private static final List<String> DETAILS =
      List.of("class_name", "id", "bucket_name", "database_name", "queue", "service", "to");

  private Outline() {}

  public static List<Symbol> of(WranglerConfig config) {
    return entries(config.document().root(), List.of());
  }

  private static List<Symbol> entries(Node.Table table, List<String> path) {
    var symbols = new ArrayList<Symbol>();
    for (var entry : table.entries()) {
      var inner = new ArrayList<>(path);
      inner.add(entry.key().name());
      symbols.add(
          new Symbol(
              entry.key().name(),
              detail(entry.value()),
              kind(entry.value(), inner),
              entry.span(),
              entry.key().span(),
              children(entry.value(), inner)));
    }
    return symbols;
  }

  private static List<Symbol> children(Node value, List<String> path) {
    return switch (value) {
      case Node.Table table -> entries(table, path);
      case Node.Array array -> items(array, path);
      default -> List.of();
    };
  }

  /** Items that are no tables say all in their list's own line. */
  private static List<Symbol> items(Node.Array array, List<String> path) {
    var symbols = new ArrayList<Symbol>();
    int number = 0;
    for (var item : array.items()) {
      number++;
      if (item instanceof Node.Table table) {
        var name = first(table, NAMES);
        var selection = name.map(Located::span).orElse(table.anchor());
        symbols.add(
            new Symbol(
                name.map(Located::value).filter(text -> !text.isBlank()).orElse("" + number),
                first(table, DETAILS).map(Located::value).orElse(""),
                path.contains("migrations") ? Kind.MIGRATION : Kind.BINDING,
                around(table.span(), selection),
                selection,
                List.of()));
      }
    }
    return symbols;
  }

  private static Span around(Span span, Span other) {
    return new Span(Math.min(span.start(), other.start()), Math.max(span.end(), other.end()));
  }

  private static Optional<Located<String>> first(Node.Table table, List<String> keys) {
    return keys.stream().flatMap(key -> table.string(key).stream()).findFirst();
  }

  private static Kind kind(Node value, List<String> path) {
    boolean under = path.size() > 1;
    var parent = under ? path.get(path.size() - 2) : "";
    return switch (value) {
      case Node.Table _ ->
          path.size() == 2 && parent.equals("env")
              ? Kind.ENVIRONMENT
              : parent.equals("exports") ? Kind.CLASS : Kind.TABLE;
      case Node.Array _ -> Kind.LIST;
      default -> parent.equals("vars") ? Kind.BINDING : Kind.VALUE;
    };
  }

  private static String detail(Node value) {
    return switch (value) {
      case Node.Table _, Node.Missing _ -> "";
      case Node.Array array ->
          cut(
              String.join(
                  ", ",
                  array.items().stream()
                      .flatMap(item -> item.asString().stream())
                      .map(Located::value)
                      .toList()));
      default -> cut(String.valueOf(value.toPlain()));
    };
  }

  private static String cut(String text) {
    var line = text.lines().findFirst().orElse("");
    return line.length() > MAX_DETAIL ? line.substring(0, MAX_DETAIL) + "…" : line;
  }
}
