package dev.durascope.languageserver.feature;

import dev.durascope.model.config.WranglerConfig;
import dev.durascope.model.text.Span;
import dev.durascope.model.tree.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a selection in a configuration grows to: a string, its entry, its table, the file. */
public final class Selection {

  private Selection() {}

  /** From the smallest part around {@code offset} to the whole text, each around the one before. */
  public static List<Span> of(WranglerConfig config, int offset) {
    var text = config.document().text();
    var around =
        new TreeSet<Span>(Comparator.comparingInt(Span::length).thenComparingInt(Span::start));
    around.add(new Span(0, text.length()));
    collect(config.document().root(), text, offset, around);
    var nested = new ArrayList<Span>();
    for (var span : around) {
      if (nested.isEmpty() || span.encloses(nested.getLast())) {
        nested.add(span);
      }
    }
    return nested;
  }

  /** All of the tree: the tables of a TOML file lie in other places than what they belong to. */
  private static void collect(Node node, String text, int offset, Set<Span> around) {
    add(node.span(), offset, around);
    switch (node) {
      case Node.Table table -> {
        for (var entry : table.entries()) {
          var key = entry.key().span();
          add(key, offset, around);
          add(quoted(text, key), offset, around);
          add(entry(text, entry), offset, around);
          collect(entry.value(), text, offset, around);
        }
      }
      case Node.Array array -> array.items().forEach(item -> collect(item, text, offset, around));
      case Node.Text string -> add(string.inside(), offset, around);
      default -> {}
    }
  }

  /** A key with the quotes around it, where it has some. */
  private static Span quoted(String text, Span key) {
    int before = key.start() - 1;
    boolean quoted =
        before >= 0
            && key.end() < text.length()
            && (text.charAt(before) == '"' || text.charAt(before) == '\'')
            && text.charAt(before) == text.charAt(key.end());
    return quoted ? new Span(before, key.end() + 1) : key;
  }

  private static Span entry(String text, Node.Entry entry) {
    var key = quoted(text, entry.key().span());
    var all = entry.span();
    return new Span(Math.min(key.start(), all.start()), Math.max(key.end(), all.end()));
  }

  private static void add(Span span, int offset, Set<Span> around) {
    if (span.touches(offset)) {
      around.add(span);
    }
  }
}
