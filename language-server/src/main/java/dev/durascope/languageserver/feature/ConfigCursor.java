package dev.durascope.languageserver.feature;

import dev.durascope.model.config.WranglerConfig;
import dev.durascope.model.text.Located;
import dev.durascope.model.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands at an offset of a configuration: a key, or a string.
 *
 * @param path the keys that lead to it, its own included; items of arrays add nothing
 * @param isKey whether the offset is in the last key itself
 * @param text the key's name, or the string, where it stands
 */
record ConfigCursor(List<String> path, boolean isKey, Located<String> text) {

  ConfigCursor {
    path = List.copyOf(path);
  }

  /** Of nested places the innermost; empty between them. */
  static Optional<ConfigCursor> at(WranglerConfig config, int offset) {
    return all(config).stream()
        .filter(cursor -> cursor.text().span().touches(offset))
        .reduce((outer, inner) -> inner);
  }

  /** All keys and strings, in the order of the tree. */
  static List<ConfigCursor> all(WranglerConfig config) {
    var found = new ArrayList<ConfigCursor>();
    visit(config.document().root(), List.of(), found);
    return found;
  }

  /** The path without the environment, and the previews of it, that it may begin with. */
  List<String> pathInEnvironment() {
    boolean inEnvironment = path.size() > 2 && path.getFirst().equals("env");
    var inside = inEnvironment ? path.subList(2, path.size()) : path;
    boolean inPreviews = inside.size() > 1 && inside.getFirst().equals("previews");
    return inPreviews ? inside.subList(1, inside.size()) : inside;
  }

  /** All of the tree: the tables of a TOML file lie in other places than what they belong to. */
  private static void visit(Node node, List<String> path, List<ConfigCursor> found) {
    switch (node) {
      case Node.Table table -> {
        for (var entry : table.entries()) {
          var key = entry.key();
          var inner = new ArrayList<>(path);
          inner.add(key.name());
          found.add(new ConfigCursor(inner, true, new Located<>(key.name(), key.span())));
          visit(entry.value(), inner, found);
        }
      }
      case Node.Array array -> array.items().forEach(item -> visit(item, path, found));
      case Node.Text text ->
          found.add(new ConfigCursor(path, false, new Located<>(text.value(), text.inside())));
      default -> {}
    }
  }
}
