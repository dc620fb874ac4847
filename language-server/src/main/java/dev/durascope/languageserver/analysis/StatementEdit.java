package dev.durascope.languageserver.analysis;

import dev.durascope.model.config.Environment;
import dev.durascope.model.config.WranglerConfig;
import dev.durascope.model.text.Span;
import dev.durascope.model.tree.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Writes keys of an environment, and takes tables away. */
final class StatementEdit {

  private StatementEdit() {}

  /**
   * Adds a key to an environment that lacks it: in TOML behind its statements, before the tables.
   *
   * @param value in the configuration's syntax
   */
  static Fix.Edit add(WranglerConfig config, Environment environment, String key, String value) {
    if (!config.isToml()) {
      return TextInsertion.intoObject(
          config, environment.own(), ("\"" + key + "\": " + value).lines().toList());
    }
    var text = config.document().text();
    var statement = key + " = " + value;
    var own = environment.own();
    var last =
        own.entries().stream()
            .filter(entry -> !isUnderHeader(text, entry))
            .map(Node.Entry::span)
            .max(Comparator.comparingInt(Span::end))
            .or(own::header);
    if (last.isPresent()) {
      return text.startsWith("{", own.span().start()) && own.span().encloses(last.get())
          ? new Fix.Edit(new Place(config.file(), Span.at(last.get().end())), ", " + statement)
          : TextInsertion.belowToml(config, last.get(), statement);
    }
    return environment
        .name()
        .map(
            name ->
                TextInsertion.appendToml(
                    config, "[env." + LifecycleEdit.tomlKey(name) + "]\n" + statement))
        .orElseGet(() -> TextInsertion.atStart(config, statement));
  }

  /** The value as it is written, in lines without the indentation of the entry. */
  static String raw(WranglerConfig config, Node.Entry entry) {
    var document = config.document();
    var line =
        document
            .lines()
            .line(document.lines().position(entry.key().span().start()).line())
            .of(document.text());
    var indent = line.substring(0, line.length() - line.stripLeading().length());
    return String.join(
        "\n",
        entry
            .value()
            .span()
            .of(document.text())
            .lines()
            .map(each -> each.startsWith(indent) ? each.substring(indent.length()) : each)
            .toList());
  }

  /** Takes away a table under a header with the statements in it; its comments stay. */
  static List<Fix.Edit> removeTable(WranglerConfig config, Node.Table table) {
    var text = config.document().text();
    var header = table.header().orElseThrow();
    int start = text.lastIndexOf('\n', header.start() - 1) + 1;
    // The empty line before it goes with it.
    int before = text.lastIndexOf('\n', start - 2) + 1;
    if (start > 0 && text.substring(before, start).isBlank()) {
      start = before;
    }
    int newline = text.indexOf('\n', header.end());
    var edits = new ArrayList<Fix.Edit>();
    edits.add(
        new Fix.Edit(
            new Place(config.file(), new Span(start, newline < 0 ? text.length() : newline + 1)),
            ""));
    for (var entry : table.entries()) {
      if (!isUnderHeader(text, entry)) {
        edits.add(TextRemoval.entry(config, entry));
      }
    }
    return edits;
  }

  /** Whether a header brings the entry, and not a statement. */
  static boolean isUnderHeader(String text, Node.Entry entry) {
    int start = text.lastIndexOf('\n', entry.key().span().start() - 1) + 1;
    return text.substring(start, entry.key().span().start()).stripLeading().startsWith("[");
  }
}
