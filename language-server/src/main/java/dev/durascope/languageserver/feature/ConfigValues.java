package dev.durascope.languageserver.feature;

import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.languageserver.feature.Completion.Item;
import dev.durascope.languageserver.feature.Completion.Kind;
import dev.durascope.model.compatibility.FlagCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values that a key of the configuration may have. */
final class ConfigValues {

  private ConfigValues() {}

  static List<Item> of(Subject subject, ConfigPlace place) {
    return switch (place.valuePath()) {
      case "durable_objects.bindings.class_name" ->
          classes(subject, place, ClassNames.bindable(subject, place));
      case "containers.class_name",
          "migrations.new_classes",
          "migrations.new_sqlite_classes",
          "migrations.renamed_classes.to",
          "migrations.transferred_classes.to" ->
          classes(subject, place, ClassNames.exported(subject, place));
      case "migrations.deleted_classes", "migrations.renamed_classes.from" ->
          ClassNames.living(subject, place).stream()
              .map(name -> item(place, Kind.CLASS, name, ""))
              .toList();
      case "durable_objects.bindings.script_name",
          "migrations.transferred_classes.from_script",
          "services.service",
          "workflows.script_name",
          "tail_consumers.service" ->
          ClassNames.scripts(subject).stream().map(name -> text(place, name, "")).toList();
      case "compatibility_date" -> List.of(text(place, subject.today().toString(), "today"));
      case "compatibility_flags" ->
          FlagCatalogue.all().stream().map(flag -> text(place, flag.name(), "")).toList();
      default ->
          namesContainer(place)
              ? ContainerMentions.names(subject).stream()
                  .map(name -> text(place, name, "container"))
                  .toList()
              : bySchema(subject, place);
    };
  }

  /** As {@code exports.Room.container} does. */
  private static boolean namesContainer(ConfigPlace place) {
    var path = place.pathInEnvironment();
    return path.size() == 2
        && path.getFirst().equals("exports")
        && place.key().equals(Optional.of("container"));
  }

  /** Names with their files. */
  private static List<Item> classes(Subject subject, ConfigPlace place, Map<String, String> names) {
    return names.entrySet().stream()
        .map(
            each ->
                item(
                    place,
                    Kind.CLASS,
                    each.getKey(),
                    each.getValue(),
                    Optional.of(Hover.classText(subject, each.getKey()))))
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
    return item(place, Kind.VALUE, value, detail);
  }

  private static Item item(ConfigPlace place, Kind kind, String value, String detail) {
    return item(place, kind, value, detail, Optional.empty());
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
