package dev.durascope.languageserver.feature;

import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.languageserver.feature.Completion.Item;
import dev.durascope.languageserver.feature.Completion.Kind;
import dev.durascope.languageserver.schema.SchemaNode;
import dev.durascope.model.tree.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The keys that a table of the configuration may have, and does not have yet. */
final class ConfigKeys {

  private ConfigKeys() {}

  static List<Item> of(Subject subject, ConfigPlace place, int offset) {
    var schema = schema(subject, place.path());
    if (schema.isEmpty()) {
      return List.of();
    }
    var taken = place.inHeader() ? Set.<String>of() : taken(subject, place, offset);
    var items = new ArrayList<Item>();
    for (var property : schema.get().properties().entrySet()) {
      var name = property.getKey();
      var node = property.getValue();
      if (!taken.contains(name) && (!place.inHeader() || isTable(node))) {
        items.add(
            new Item(
                name,
                Kind.KEY,
                detail(node),
                node.description(),
                place.typed(),
                text(subject, place, name),
                snippet(subject, place, name, node),
                node.isDeprecated()));
      }
    }
    return items;
  }

  /** Items of an array add nothing to a path. */
  static Optional<SchemaNode> schema(Subject subject, List<String> path) {
    var at = Optional.of(subject.schema());
    for (var part : path) {
      at = at.map(ConfigKeys::orItems).flatMap(node -> node.property(part));
    }
    return at.map(ConfigKeys::orItems);
  }

  private static SchemaNode orItems(SchemaNode node) {
    return node.properties().isEmpty() ? node.items().orElse(node) : node;
  }

  private static boolean isTable(SchemaNode node) {
    return node.types().contains("object")
        || node.items().filter(items -> items.types().contains("object")).isPresent();
  }

  private static Optional<String> detail(SchemaNode node) {
    var types = String.join(" | ", node.types());
    return types.isEmpty() ? Optional.empty() : Optional.of(types);
  }

  private static String text(Subject subject, ConfigPlace place, String name) {
    if (place.quote() != ConfigPlace.NO_QUOTE || place.inHeader()) {
      return name;
    }
    return subject.config().isToml() ? name + " = " : "\"" + name + "\": ";
  }

  /** The key with a value to fill in; in quotes, and in headers, none can stand behind it. */
  private static Optional<String> snippet(
      Subject subject, ConfigPlace place, String name, SchemaNode node) {
    if (place.quote() != ConfigPlace.NO_QUOTE || place.inHeader()) {
      return Optional.empty();
    }
    if (subject.config().isToml() && place.path().isEmpty() && isLast(subject, place)) {
      var table = KeySnippets.table(name);
      if (table.isPresent()) {
        return table;
      }
    }
    var snippets = subject.config().isToml() ? KeySnippets.TOML : KeySnippets.JSON;
    var path = new ArrayList<>(place.pathInEnvironment());
    path.add(name);
    return Optional.of(snippets.of(String.join(".", path), name, node));
  }

  /** Whether no key stands behind the place that a header there would take. */
  private static boolean isLast(Subject subject, ConfigPlace place) {
    return subject.config().document().root().entries().stream()
        .filter(entry -> entry.key().span().start() > place.typed().end())
        .allMatch(entry -> isBelowHeader(entry.value()));
  }

  private static boolean isBelowHeader(Node value) {
    return switch (value) {
      case Node.Table table ->
          table.header().isPresent()
              || table.entries().stream().anyMatch(entry -> isBelowHeader(entry.value()));
      case Node.Array array -> array.items().stream().anyMatch(ConfigKeys::isBelowHeader);
      default -> false;
    };
  }

  /** The keys that the table has, without the one that is being typed. */
  private static Set<String> taken(Subject subject, ConfigPlace place, int offset) {
    var tables = new ArrayList<Node.Table>(List.of(subject.config().document().root()));
    for (var part : place.path()) {
      var next = new ArrayList<Node.Table>();
      for (var table : tables) {
        table
            .get(part)
            .ifPresent(
                value -> {
                  value.asTable().ifPresent(next::add);
                  value.asItems().forEach(item -> item.asTable().ifPresent(next::add));
                });
      }
      tables = next;
    }
    var taken = new HashSet<String>();
    // Of several items of an array it is the one around the place, or the last one before it.
    tables.stream()
        .filter(table -> table.span().start() <= offset)
        .reduce((before, after) -> after)
        .ifPresent(
            table ->
                table.entries().stream()
                    .filter(entry -> !entry.key().span().touches(offset))
                    .forEach(entry -> taken.add(entry.key().name())));
    return taken;
  }
}
