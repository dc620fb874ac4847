package dev.durascope.languageserver.feature;

import dev.durascope.model.config.WranglerConfig;
import dev.durascope.model.text.LineIndex;
import dev.durascope.model.text.Span;
import dev.durascope.model.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What of a configuration can be folded away: tables, lists and comments of several lines. */
public final class Folding {

  /**
   * Lines of which the first stays to be seen.
   *
   * @param last the last one that goes
   */
  public record Fold(int first, int last, boolean comment) implements Comparable<Fold> {

    @Override
    public int compareTo(Fold other) {
      return first != other.first
          ? Integer.compare(first, other.first)
          : Integer.compare(last, other.last);
    }
  }

  private final String text;
  private final LineIndex lines;
  private final TreeSet<Fold> folds = new TreeSet<>();

  private Folding(WranglerConfig config) {
    this.text = config.document().text();
    this.lines = config.document().lines();
  }

  /** In the order of the text. */
  public static List<Fold> of(WranglerConfig config) {
    var folding = new Folding(config);
    // The file as a whole is no part of itself: a JSON text's braces, a TOML text's root.
    folding.inside(config.document().root());
    folding.comments();
    return List.copyOf(folding.folds);
  }

  private void visit(Node node) {
    switch (node) {
      case Node.Table table -> {
        // What only the headers of others tell of has no text of its own.
        if (table.header().isPresent() || text.startsWith("{", table.span().start())) {
          fold(table.span(), table.header().isEmpty());
        }
      }
      case Node.Array array -> {
        // TOML's [[tables]] are folded one by one, and may lie far apart.
        if (array.items().stream().noneMatch(Folding::hasHeader)) {
          fold(array.span(), true);
        }
      }
      case Node.Text text -> fold(text.span(), false);
      default -> {}
    }
    inside(node);
  }

  private static boolean hasHeader(Node node) {
    return node.asTable().filter(table -> table.header().isPresent()).isPresent();
  }

  private void inside(Node node) {
    switch (node) {
      case Node.Table table -> table.entries().forEach(entry -> visit(entry.value()));
      case Node.Array array -> array.items().forEach(this::visit);
      default -> {}
    }
  }

  /**
   * A closing bracket on a line of its own stays to be seen.
   *
   * @param bracketed whether the last character is one
   */
  private void fold(Span span, boolean bracketed) {
    int first = lines.position(span.start()).line();
    int last = lines.position(span.end()).line();
    var end = line(last).strip();
    boolean closes = bracketed && (end.startsWith("}") || end.startsWith("]"));
    add(first, closes ? last - 1 : last, false);
  }

  private void add(int first, int last, boolean comment) {
    if (last > first) {
      folds.add(new Fold(first, last, comment));
    }
  }

  private void comments() {
    var blocks = new ArrayList<Integer>();
    for (int i = 0; i <= lines.lineCount(); i++) {
      var line = i < lines.lineCount() ? line(i).strip() : "";
      if (line.startsWith("#") || line.startsWith("//")) {
        blocks.add(i);
      } else if (!blocks.isEmpty()) {
        add(blocks.getFirst(), blocks.getLast(), true);
        blocks.clear();
      }
      if (line.startsWith("/*") && !line.contains("*/")) {
        int end = text.indexOf("*/", lines.line(i).start());
        add(i, lines.position(end < 0 ? text.length() : end).line(), true);
      }
    }
  }

  private String line(int number) {
    return lines.line(number).of(text);
  }
}
