package dev.durascope.languageserver.feature;

import dev.durascope.languageserver.analysis.EnvironmentView;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.languageserver.feature.Completion.Item;
import dev.durascope.languageserver.feature.Completion.Kind;
import dev.durascope.model.compatibility.FlagCatalogue;
import dev.durascope.model.modules.ExportLookup.Exported;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values that a key of the configuration may have. */
final class ConfigValues {

  private ConfigValues() {}

  static List<Item> of(Subject subject, ConfigPlace place) {
    return switch (place.valuePath()) {
      case "durable_objects.bindings.class_name",
          "containers.class_name",
          "migrations.new_classes",
          "migrations.new_sqlite_classes",
          "migrations.renamed_classes.to",
          "migrations.transferred_classes.to" ->
          exported(subject, place);
      case "migrations.deleted_classes", "migrations.renamed_classes.from" -> alive(subject, place);
      case "compatibility_date" -> List.of(text(place, subject.today().toString(), "today"));
      case "compatibility_flags" ->
          FlagCatalogue.all().stream().map(flag -> text(place, flag.name(), "")).toList();
      default -> bySchema(subject, place);
    };
  }

  /** The classes of the entry point, then other values that may hold one. */
  private static List<Item> exported(Subject subject, ConfigPlace place) {
    var classes = new LinkedHashMap<String, Item>();
    var others = new LinkedHashMap<String, Item>();
    for (var view : subject.views()) {
      for (var name : view.exportedNames()) {
        if (view.lookup(name) instanceof Exported(var kind, var file, _)) {
          var item = item(place, Kind.CLASS, name, view.relative(file), Optional.empty());
          switch (kind) {
            case CLASS -> classes.putIfAbsent(name, item);
            case VALUE -> others.putIfAbsent(name, item);
            case FUNCTION, ENUM, TYPE -> {}
          }
        }
      }
    }
    return joined(classes, others);
  }

  private static List<Item> joined(Map<String, Item> first, Map<String, Item> second) {
    var all = new ArrayList<>(first.values());
    all.addAll(second.values());
    return all;
  }

  /** The classes that the history has brought to life. */
  private static List<Item> alive(Subject subject, ConfigPlace place) {
    return subject.views().stream()
        .map(EnvironmentView::environment)
        .flatMap(environment -> environment.lifecycle().live().keySet().stream())
        .distinct()
        .map(name -> item(place, Kind.CLASS, name, "", Optional.empty()))
        .toList();
  }

  private static List<Item> bySchema(Subject subject, ConfigPlace place) {
    var key = place.key().orElseThrow();
    var found = ConfigKeys.schema(subject, place.path()).flatMap(table -> table.property(key));
    if (found.isEmpty()) {
      return List.of();
    }
    var node = found.get();
    var listed = node.values().isEmpty() ? node.items().orElse(node) : node;
    var items = new ArrayList<Item>();
    listed.values().forEach(value -> items.add(text(place, value, "")));
    if (node.types().contains("boolean") && place.quote() == ConfigPlace.NO_QUOTE) {
      for (var value : List.of("true", "false")) {
        items.add(
            new Item(value, Kind.VALUE, Optional.empty(), Optional.empty(), place.typed(), value));
      }
    }
    return items;
  }

  private static Item text(ConfigPlace place, String value, String detail) {
    return item(place, Kind.VALUE, value, detail, Optional.empty());
  }

  private static Item item(
      ConfigPlace place, Kind kind, String value, String detail, Optional<String> documentation) {
    boolean quoted = place.quote() != ConfigPlace.NO_QUOTE;
    return new Item(
        value,
        kind,
        detail.isEmpty() ? Optional.empty() : Optional.of(detail),
        documentation,
        place.typed(),
        quoted ? value : "\"" + value + "\"");
  }
}
