package dev.durascope.languageserver.syntax;

import dev.durascope.model.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes a tree as TOML: tables under headers, lists of tables under double ones, and within such a
 * list's items everything in line. What has to come before the first header does, in its order.
 */
final class TomlText {

  private static final String INDENT = "  ";

  private static final int MAX_COLUMNS = 80;

  private final Notes notes;
  private final List<String> out = new ArrayList<>();

  /** How many lines there were after the last comments above a header that is still to come. */
  private int introduced;

  private TomlText(Notes notes) {
    this.notes = notes;
  }

  /**
   * @param schema what the comment {@code #:schema} is to name, on the first line
   */
  static String of(Node.Table root, Notes notes, Optional<String> schema) {
    var writer = new TomlText(notes);
    schema.ifPresent(path -> writer.out.add("#:schema " + path));
    writer.comments(notes.above(root));
    writer.comments(notes.opening(root));
    writer.body(root, "");
    return String.join("\n", writer.out).strip() + "\n";
  }

  /** The table's statements, then the tables in it. */
  private void body(Node.Table table, String path) {
    for (var entry : table.entries()) {
      if (!isHeaded(entry.value()) && !isSchema(path, entry)) {
        if (notes.isSetOff(entry) && !out.isEmpty() && !out.getLast().startsWith("[")) {
          emptyLine();
        }
        comments(notes.above(entry));
        hoist(entry.value());
        var statement = key(entry.key().name()) + " = " + value(entry.value(), "");
        out.add(statement + behind(notes.behind(entry)));
      }
    }
    boolean isRoot = path.isEmpty();
    if (!isRoot) {
      comments(notes.closing(table));
    }
    for (var entry : table.entries()) {
      if (isHeaded(entry.value())) {
        emptyLine();
        introduce(notes.above(entry));
        headed(entry.value(), path + key(entry.key().name()), notes.behind(entry));
      }
    }
    if (isRoot && !notes.closing(table).isEmpty()) {
      emptyLine();
      comments(notes.closing(table));
    }
  }

  static boolean isSchema(String path, Node.Entry entry) {
    return path.isEmpty()
        && entry.key().name().equals("$schema")
        && entry.value() instanceof Node.Text;
  }

  /** Whether it is written under a header of its own. */
  private static boolean isHeaded(Node node) {
    return switch (node) {
      case Node.Table table -> !table.entries().isEmpty();
      case Node.Array array ->
          !array.items().isEmpty()
              && array.items().stream().allMatch(item -> item instanceof Node.Table);
      default -> false;
    };
  }

  /**
   * @param behind what stands behind the whole, and so behind its header
   */
  private void headed(Node node, String path, List<String> behind) {
    if (node instanceof Node.Table table) {
      boolean needsHeader =
          table.entries().stream().anyMatch(entry -> !isHeaded(entry.value()))
              || !notes.opening(table).isEmpty()
              || !notes.closing(table).isEmpty();
      if (needsHeader) {
        out.add("[" + path + "]" + behind(notes.opening(table)) + behind(behind));
      } else {
        introduce(behind);
      }
      body(table, path + ".");
      return;
    }
    introduce(behind);
    introduce(notes.opening(node));
    for (var item : node.asItems()) {
      emptyLine();
      comments(notes.above(item));
      out.add("[[" + path + "]]" + behind(notes.opening(item)) + behind(notes.behind(item)));
      if (item instanceof Node.Table table) {
        for (var entry : table.entries()) {
          comments(notes.above(entry));
          hoist(entry.value());
          out.add(
              key(entry.key().name())
                  + " = "
                  + value(entry.value(), "")
                  + behind(notes.behind(entry)));
        }
        comments(notes.closing(table));
      }
    }
    comments(notes.closing(node));
  }

  /** An inline table has no room for comments: they come before the statement that it is in. */
  private void hoist(Node node) {
    switch (node) {
      case Node.Table table -> {
        comments(notes.opening(table));
        for (var entry : table.entries()) {
          comments(notes.above(entry));
          comments(notes.behind(entry));
          hoistAll(entry.value());
        }
        comments(notes.closing(table));
      }
      case Node.Array array -> array.items().forEach(this::hoist);
      default -> {}
    }
  }

  /** An array in an inline table is on its line, too. */
  private void hoistAll(Node node) {
    if (node instanceof Node.Array array) {
      comments(notes.opening(array));
      for (var item : array.items()) {
        comments(notes.above(item));
        comments(notes.behind(item));
        hoistAll(item);
      }
      comments(notes.closing(array));
    } else {
      hoist(node);
    }
  }

  private void comments(List<String> comments) {
    for (var comment : comments) {
      out.add(comment.equals(Notes.EMPTY_LINE) ? "" : "#" + comment);
    }
  }

  /** Sets off what follows, unless it is what the comments that were just written speak of. */
  private void emptyLine() {
    if (!out.isEmpty() && !out.getLast().isEmpty() && out.size() != introduced) {
      out.add("");
    }
  }

  /** The comments above what gets a header, be it only further inside. */
  private void introduce(List<String> comments) {
    comments(comments);
    introduced = comments.isEmpty() ? introduced : out.size();
  }

  private static String behind(List<String> comments) {
    return comments.stream().map(comment -> " #" + comment).collect(Collectors.joining());
  }

  private String value(Node node, String indent) {
    var line = inline(node);
    if (!(node instanceof Node.Array array)
        || (line.length() <= MAX_COLUMNS && !notes.areWithin(node))) {
      return line;
    }
    var lines = new StringBuilder("[" + behind(notes.opening(node)));
    var inner = indent + INDENT;
    for (var item : array.items()) {
      notes.above(item).stream()
          .filter(comment -> !comment.equals(Notes.EMPTY_LINE))
          .forEach(comment -> lines.append('\n').append(inner).append('#').append(comment));
      lines
          .append('\n')
          .append(inner)
          .append(value(item, inner))
          .append(',')
          .append(behind(notes.behind(item)));
    }
    notes
        .closing(node)
        .forEach(comment -> lines.append('\n').append(inner).append('#').append(comment));
    return lines.append('\n').append(indent).append(']').toString();
  }

  private static String inline(Node node) {
    return switch (node) {
      case Node.Table table when table.entries().isEmpty() -> "{}";
      case Node.Table table ->
          table.entries().stream()
              .map(entry -> key(entry.key().name()) + " = " + inline(entry.value()))
              .collect(Collectors.joining(", ", "{ ", " }"));
      case Node.Array array ->
          array.items().stream().map(TomlText::inline).collect(Collectors.joining(", ", "[", "]"));
      case Node.Text text -> quoted(text.value());
      case Node.Numeric number -> String.valueOf(number.value());
      case Node.Bool bool -> String.valueOf(bool.value());
      case Node.Null _, Node.Word _, Node.Missing _ -> throw new Untranslatable();
    };
  }

  private static String key(String name) {
    return name.matches("[A-Za-z0-9_-]+") ? name : quoted(name);
  }

  private static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (c < ' ' || c == 0x7f) {
            quoted.append("\\u%04x".formatted((int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
