package dev.durascope.languageserver.analysis;

import dev.durascope.model.text.Span;
import dev.durascope.model.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lines of a TOML text that one statement takes, or one header with its statements, and the
 * comments right above.
 *
 * @param path where the header's path begins; empty for a statement
 */
record TomlPart(Span lines, Optional<Integer> path) {

  /** All that says something of {@code entry}, in the order of the text. */
  static List<TomlPart> of(String text, Node.Entry entry) {
    var parts = new ArrayList<TomlPart>();
    collect(text, entry, parts);
    return parts;
  }

  private static void collect(String text, Node.Entry entry, List<TomlPart> parts) {
    if (StatementEdit.isUnderHeader(text, entry)) {
      collectTables(text, entry.value(), parts);
    } else if (entry.value() instanceof Node.Table table
        && !text.startsWith("{", table.span().start())) {
      // Dotted keys: a statement for each of them.
      table.entries().forEach(each -> collect(text, each, parts));
    } else {
      parts.add(new TomlPart(lines(text, entry.span()), Optional.empty()));
    }
  }

  private static void collectTables(String text, Node node, List<TomlPart> parts) {
    switch (node) {
      case Node.Table table -> {
        table.header().ifPresent(header -> parts.add(part(text, table, header)));
        for (var entry : table.entries()) {
          if (StatementEdit.isUnderHeader(text, entry)) {
            collectTables(text, entry.value(), parts);
          }
        }
      }
      case Node.Array array -> array.items().forEach(item -> collectTables(text, item, parts));
      default -> {}
    }
  }

  private static TomlPart part(String text, Node.Table table, Span header) {
    int end = header.end();
    for (var entry : table.entries()) {
      if (!StatementEdit.isUnderHeader(text, entry)) {
        end = Math.max(end, entry.span().end());
      }
    }
    return new TomlPart(
        lines(text, new Span(header.start(), end)), Optional.of(table.anchor().start()));
  }

  /** From the comments above to the end of the last line. */
  private static Span lines(String text, Span span) {
    int start = text.lastIndexOf('\n', span.start() - 1) + 1;
    while (start > 0) {
      int above = text.lastIndexOf('\n', start - 2) + 1;
      if (!text.substring(above, start).strip().startsWith("#")) {
        break;
      }
      start = above;
    }
    int newline = text.indexOf('\n', span.end());
    int end = newline < 0 ? text.length() : newline;
    return new Span(start, end > start && text.charAt(end - 1) == '\r' ? end - 1 : end);
  }

  /** The lines with a longer path in their header. */
  String under(String prefix, String text) {
    var written = lines.of(text);
    return path.map(
            start -> {
              int at = start - lines.start();
              return written.substring(0, at) + prefix + written.substring(at);
            })
        .orElse(written);
  }

  /** With the line's break, and with an empty line before it if one follows, too. */
  Span withBreaks(String text) {
    int newline = text.indexOf('\n', lines.end());
    int end = newline < 0 ? text.length() : newline + 1;
    int start = lines.start();
    int next = text.indexOf('\n', end);
    boolean emptyBelow =
        end == text.length() || text.substring(end, next < 0 ? text.length() : next).isBlank();
    int above = start == 0 ? 0 : text.lastIndexOf('\n', start - 2) + 1;
    boolean emptyAbove = start > 0 && text.substring(above, start).isBlank();
    return new Span(emptyAbove && emptyBelow ? above : start, end);
  }
}
