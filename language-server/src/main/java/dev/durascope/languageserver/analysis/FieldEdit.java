package dev.durascope.languageserver.analysis;

import dev.durascope.model.config.WranglerConfig;
import dev.durascope.model.text.Span;
import dev.durascope.model.tree.Node;
import java.util.List;

/** Writes a string into a table that is there: a binding, a step, an entry. */
public final class FieldEdit {

  private FieldEdit() {}

  /** Adds {@code key}, behind the fields that the table has. */
  public static Fix.Edit add(WranglerConfig config, Node.Table table, String key, String value) {
    if (!config.isToml()) {
      return TextInsertion.intoObject(
          config, table, List.of("\"%s\": \"%s\"".formatted(key, value)));
    }
    var text = config.document().text();
    var statement = "%s = \"%s\"".formatted(key, value);
    if (!text.startsWith("{", table.span().start())) {
      return TextInsertion.belowToml(config, lastOf(table), statement);
    }
    return table.entries().isEmpty()
        ? new Fix.Edit(new Place(config.file(), table.span()), "{ " + statement + " }")
        : new Fix.Edit(
            new Place(config.file(), Span.at(table.entries().getLast().span().end())),
            ", " + statement);
  }

  /** Puts {@code value} in the place of what is written and is no string. */
  public static Fix.Edit replace(WranglerConfig config, Node written, String value) {
    return new Fix.Edit(new Place(config.file(), written.span()), "\"" + value + "\"");
  }

  /** What the table's own lines end with: its header, or the last statement under it. */
  private static Span lastOf(Node.Table table) {
    return table.entries().isEmpty()
        ? table.header().orElse(table.span())
        : table.entries().getLast().span();
  }
}
