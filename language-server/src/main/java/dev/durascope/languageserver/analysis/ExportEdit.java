package dev.durascope.languageserver.analysis;

import dev.durascope.model.config.ExportEntry;
import dev.durascope.model.config.WranglerConfig;
import dev.durascope.model.text.Span;
import dev.durascope.model.tree.Node;
import java.util.List;

/** Writes into an entry of the map {@code exports}. */
public final class ExportEdit {

  private ExportEdit() {}

  /** Adds a field with a string, behind those that the entry has. */
  public static Fix.Edit add(WranglerConfig config, ExportEntry entry, String field, String value) {
    var table = entry.fields();
    if (!config.isToml()) {
      return TextInsertion.intoObject(
          config, table, List.of("\"%s\": \"%s\"".formatted(field, value)));
    }
    var statement = "%s = \"%s\"".formatted(field, value);
    boolean inline = config.document().text().startsWith("{", table.span().start());
    var last = table.entries().getLast().value();
    return new Fix.Edit(
        new Place(config.file(), Span.at(last.span().end())),
        (inline ? ", " : "\n" + prefix(config, entry, table)) + statement);
  }

  /** Dotted keys spell the path out on each line. */
  private static String prefix(WranglerConfig config, ExportEntry entry, Node.Table table) {
    var document = config.document();
    var key = table.entries().getLast().key();
    var line = document.lines().line(document.lines().position(key.span().start()).line());
    var before = new Span(line.start(), key.span().start()).of(document.text());
    return before.contains(entry.className()) ? before : before.replaceAll("\\S", "");
  }
}
