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
    var around =
        new TreeSet<Span>(Comparator.comparingInt(Span::length).thenComparingInt(Span::start));
    around.add(new Span(0, config.document().text().length()));
    collect(config.document().root(), offset, around);
    var nested = new ArrayList<Span>();
    for (var span : around) {
      if (nested.isEmpty() || span.encloses(nested.getLast())) {
        nested.add(span);
      }
    }
    return nested;
  }

  /** All of the tree: the tables of a TOML file lie in other places than what they belong to. */
  private static void collect(Node node, int offset, Set<Span> around) {
    add(node.span(), offset, around);
    switch (node) {
      case Node.Table table -> {
        for (var entry : table.entries()) {
          add(entry.key().span(), offset, around);
          add(entry.span(), offset, around);
          collect(entry.value(), offset, around);
        }
      }
      case Node.Array array -> array.items().forEach(item -> collect(item, offset, around));
      case Node.Text text -> add(text.inside(), offset, around);
      default -> {}
    }
  }

  private static void add(Span span, int offset, Set<Span> around) {
    if (span.touches(offset)) {
      around.add(span);
    }
  }
}
