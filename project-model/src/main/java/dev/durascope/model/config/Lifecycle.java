package dev.durascope.model.config;

import dev.durascope.model.text.Located;
import dev.durascope.model.text.Span;
import dev.durascope.model.tree.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which Durable Object classes a Worker has, and on which storage, after its history.
 *
 * <p>The history is written in one of two forms. {@code migrations} is a list of steps, folded here
 * in order; within a step wrangler deletes first, then renames, transfers and creates, so one step
 * may replace a class. {@code exports} is a map of what is true now, with tombstones for what is
 * gone.
 *
 * <p>A history may have lost its first steps ("trimmed tags"), and that is valid. A class that is
 * renamed or transferred from somewhere unseen is alive with SQLite storage, whose interface
 * contains the older one.
 *
 * @param live by class name, in the order of their appearance
 */
public record Lifecycle(Form form, Map<String, LiveClass> live) {

  /** How the history is written. */
  public enum Form {
    NONE,
    MIGRATIONS,
    EXPORTS
  }

  public enum Storage {
    SQLITE,
    KEY_VALUE
  }

  /**
   * A class that exists after the whole history.
   *
   * @param introduced the string that brought the class to life under its present name
   */
  public record LiveClass(String name, Storage storage, Span introduced) {}

  private static final Set<String> TOMBSTONES = Set.of("deleted", "renamed", "transferred");

  static Lifecycle of(Environment environment) {
    var exports = environment.inherited("exports").flatMap(Node::asTable);
    if (exports.isPresent()) {
      return new Lifecycle(Form.EXPORTS, declared(exports.get()));
    }
    var migrations = environment.inherited("migrations");
    if (migrations.isPresent()) {
      return new Lifecycle(Form.MIGRATIONS, folded(migrations.get().asItems()));
    }
    return new Lifecycle(Form.NONE, Map.of());
  }

  public Optional<LiveClass> find(String className) {
    return Optional.ofNullable(live.get(className));
  }

  private static Map<String, LiveClass> declared(Node.Table exports) {
    var live = new LinkedHashMap<String, LiveClass>();
    for (var entry : exports.entries()) {
      if (!(entry.value() instanceof Node.Table fields) || !isLiveObject(fields)) {
        continue;
      }
      put(live, new Located<>(entry.key().name(), entry.key().span()), declaredStorage(fields));
    }
    return live;
  }

  /** The storage of a live entry of {@code exports}. */
  static Storage declaredStorage(Node.Table fields) {
    return fields.string("storage").filter(text -> text.value().equals("legacy-kv")).isPresent()
        ? Storage.KEY_VALUE
        : Storage.SQLITE;
  }

  private static boolean isLiveObject(Node.Table fields) {
    boolean durable =
        fields.string("type").filter(type -> !type.value().equals("durable-object")).isEmpty();
    boolean tombstone =
        fields.string("state").filter(state -> TOMBSTONES.contains(state.value())).isPresent()
            || fields.get("renamed_to").isPresent()
            || fields.get("transferred_to").isPresent();
    return durable && !tombstone;
  }

  private static Map<String, LiveClass> folded(List<Node> steps) {
    var live = new LinkedHashMap<String, LiveClass>();
    for (var node : steps) {
      if (node instanceof Node.Table step) {
        step(live, step);
      }
    }
    return live;
  }

  private static void step(Map<String, LiveClass> live, Node.Table step) {
    step.strings("deleted_classes").forEach(name -> live.remove(name.value()));
    for (var item : step.items("renamed_classes")) {
      var rename = item.asTable().orElse(Node.Table.EMPTY);
      var from = rename.string("from");
      var before = from.map(name -> live.remove(name.value()));
      rename
          .string("to")
          .ifPresent(to -> put(live, to, before.map(LiveClass::storage).orElse(Storage.SQLITE)));
    }
    for (var item : step.items("transferred_classes")) {
      item.asTable()
          .flatMap(transfer -> transfer.string("to"))
          .ifPresent(to -> put(live, to, Storage.SQLITE));
    }
    step.strings("new_classes").forEach(name -> put(live, name, Storage.KEY_VALUE));
    step.strings("new_sqlite_classes").forEach(name -> put(live, name, Storage.SQLITE));
  }

  private static void put(Map<String, LiveClass> live, Located<String> name, Storage storage) {
    live.put(name.value(), new LiveClass(name.value(), storage, name.span()));
  }
}
