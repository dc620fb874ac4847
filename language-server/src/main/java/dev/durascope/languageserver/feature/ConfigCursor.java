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
    var search = new Search(offset);
    search.visit(config.document().root(), List.of());
    return Optional.ofNullable(search.found.isEmpty() ? null : search.found.getLast());
  }

  /** The path without the environment that it may begin with. */
  List<String> pathInEnvironment() {
    boolean inEnvironment = path.size() > 2 && path.getFirst().equals("env");
    return inEnvironment ? path.subList(2, path.size()) : path;
  }

  private static final class Search {

    private final int offset;
    private final List<ConfigCursor> found = new ArrayList<>();

    Search(int offset) {
      this.offset = offset;
    }

    /** All of the tree: the tables of a TOML file lie in other places than what they belong to. */
    void visit(Node node, List<String> path) {
      switch (node) {
        case Node.Table table -> {
          for (var entry : table.entries()) {
            var key = entry.key();
            var inner = new ArrayList<>(path);
            inner.add(key.name());
            if (key.span().touches(offset)) {
              found.add(new ConfigCursor(inner, true, new Located<>(key.name(), key.span())));
            }
            visit(entry.value(), inner);
          }
        }
        case Node.Array array -> array.items().forEach(item -> visit(item, path));
        case Node.Text text -> {
          if (text.inside().touches(offset)) {
            found.add(new ConfigCursor(path, false, new Located<>(text.value(), text.inside())));
          }
        }
        default -> {}
      }
    }
  }
}
