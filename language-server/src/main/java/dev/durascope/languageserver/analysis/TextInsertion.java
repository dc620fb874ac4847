package dev.durascope.languageserver.analysis;

import dev.durascope.model.config.WranglerConfig;
import dev.durascope.model.text.Span;
import dev.durascope.model.tree.Document;
import dev.durascope.model.tree.Node;
import java.util.List;
import java.util.Optional;

/**
 * Puts new members into a text in the manner of those that are there: their indentation, one a line
 * or all on one line, with or without a trailing comma, with its line breaks. Comments stay where
 * they are.
 */
final class TextInsertion {

  private static final String DEFAULT_INDENT = "  ";

  private TextInsertion() {}

  /** Appends statements to a TOML text, after an empty line. */
  static Fix.Edit appendToml(WranglerConfig config, String statements) {
    var text = config.document().text();
    int end = text.stripTrailing().length();
    return edit(config, new Span(end, text.length()), (end == 0 ? "" : "\n\n") + statements + "\n");
  }

  /** Puts a TOML statement above everything, before an empty line. */
  static Fix.Edit atStart(WranglerConfig config, String statement) {
    boolean isFirst = config.document().text().isBlank();
    return edit(config, Span.at(0), statement + (isFirst ? "\n" : "\n\n"));
  }

  /** Puts TOML statements on lines of their own below {@code above}, with its indentation. */
  static Fix.Edit belowToml(WranglerConfig config, Span above, String statements) {
    var document = config.document();
    var text = document.text();
    int newline = text.indexOf('\n', above.end());
    int end = newline < 0 ? text.length() : newline;
    int at = end > above.end() && text.charAt(end - 1) == '\r' ? end - 1 : end;
    var indent = indentOf(document, above.end());
    var lines = statements.lines().map(line -> line.isEmpty() ? line : indent + line).toList();
    return edit(config, Span.at(at), "\n" + String.join("\n", lines));
  }

  /** Adds a property to a JSON object; {@code lines} are indented relative to it, by tabs. */
  static Fix.Edit intoObject(WranglerConfig config, Node.Table object, List<String> lines) {
    var last =
        object.entries().isEmpty()
            ? Optional.<Span>empty()
            : Optional.of(object.entries().getLast().span());
    // A key's span is its inside: its line is that of the quote before it.
    return into(config, object.span(), last, lines);
  }

  /** Adds an item to an array. */
  static Fix.Edit intoArray(WranglerConfig config, Node.Array array, List<String> lines) {
    var last =
        array.items().isEmpty()
            ? Optional.<Span>empty()
            : Optional.of(array.items().getLast().span());
    return into(config, array.span(), last, lines);
  }

  private static Fix.Edit into(
      WranglerConfig config, Span container, Optional<Span> last, List<String> lines) {
    var document = config.document();
    var text = document.text();
    int close = container.end() - 1;
    var outer = indentOf(document, container.start());
    if (last.isEmpty()) {
      var indent = outer + DEFAULT_INDENT;
      return edit(
          config,
          new Span(container.start() + 1, close),
          "\n" + indent + join(lines, indent, DEFAULT_INDENT) + "\n" + outer);
    }
    int end = last.get().end();
    int comma = commaAfter(text, end, close);
    boolean oneLine = lineOf(document, last.get().start()) == lineOf(document, close);
    var indent = indentOf(document, last.get().start());
    var unit =
        indent.startsWith(outer) && indent.length() > outer.length()
            ? indent.substring(outer.length())
            : DEFAULT_INDENT;
    if (oneLine) {
      var item = join(lines, outer, DEFAULT_INDENT);
      return comma >= 0
          ? edit(config, Span.at(comma + 1), " " + item + ",")
          : edit(config, Span.at(end), ", " + item);
    }
    var item = "\n" + indent + join(lines, indent, unit);
    if (comma >= 0) {
      return edit(config, Span.at(behindComment(text, comma + 1)), item + ",");
    }
    var comment = new Span(end, behindComment(text, end));
    return edit(config, comment, "," + comment.of(text) + item);
  }

  /** The end of the comment that follows on the same line, and belongs to what is before it. */
  private static int behindComment(String text, int at) {
    int newline = text.indexOf('\n', at);
    var rest = text.substring(at, newline < 0 ? text.length() : newline).stripTrailing();
    var comment = rest.stripLeading();
    return comment.startsWith("//") || comment.startsWith("#") ? at + rest.length() : at;
  }

  /** An edit with the line breaks of the text it goes into. */
  private static Fix.Edit edit(WranglerConfig config, Span span, String inserted) {
    boolean windows = config.document().text().contains("\r\n");
    return new Fix.Edit(
        new Place(config.file(), span), windows ? inserted.replace("\n", "\r\n") : inserted);
  }

  private static String join(List<String> lines, String indent, String unit) {
    return String.join(
        "\n" + indent, lines.stream().map(line -> line.replace("\t", unit)).toList());
  }

  /** The offset of the comma behind a member, comments skipped; -1 where there is none. */
  private static int commaAfter(String text, int from, int to) {
    int at = from;
    while (at < to) {
      if (text.charAt(at) == ',') {
        return at;
      }
      if (text.startsWith("//", at) || text.charAt(at) == '#') {
        int line = text.indexOf('\n', at);
        at = line < 0 ? to : line;
      } else if (text.startsWith("/*", at)) {
        int end = text.indexOf("*/", at);
        at = end < 0 ? to : end + 2;
      } else {
        at++;
      }
    }
    return -1;
  }

  private static int lineOf(Document document, int offset) {
    return document.lines().position(offset).line();
  }

  private static String indentOf(Document document, int offset) {
    var line = document.lines().line(lineOf(document, offset)).of(document.text());
    int end = 0;
    while (end < line.length() && (line.charAt(end) == ' ' || line.charAt(end) == '\t')) {
      end++;
    }
    return line.substring(0, end);
  }
}
