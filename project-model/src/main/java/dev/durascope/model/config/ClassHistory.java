package dev.durascope.model.config;

import dev.durascope.model.config.Lifecycle.Form;
import dev.durascope.model.config.Lifecycle.Storage;
import dev.durascope.model.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * What happened to a Worker's Durable Object classes, step by step, as plain values: what somebody
 * needs who carries the same out on data. {@link Lifecycle} is what comes out in the end.
 *
 * <p>The map {@code exports} is one step without a tag: its tombstones first, then what is live.
 *
 * @param steps in the order of the file
 */
public record ClassHistory(Form form, List<Step> steps) {

  /**
   * One migration.
   *
   * @param tag empty for the map {@code exports}
   * @param changes in the order in which they take effect: deletions, renames, transfers, creations
   */
  public record Step(String tag, List<Change> changes) {

    public Step {
      changes = List.copyOf(changes);
    }
  }

  /** What happens to one class. */
  public sealed interface Change {}

  /** The class comes to life. */
  public record Created(String className, Storage storage) implements Change {}

  /** The class goes, with its objects. */
  public record Deleted(String className) implements Change {}

  /** The class has another name from now on; its objects stay. */
  public record Renamed(String from, String to) implements Change {}

  /** The objects of another Worker's class come here. */
  public record Received(String fromWorker, String from, String to) implements Change {}

  /** The objects go to another Worker, which receives them. */
  public record HandedOver(String className, String toWorker) implements Change {}

  public ClassHistory {
    steps = List.copyOf(steps);
  }

  static ClassHistory of(Environment environment) {
    var exports = environment.inherited("exports").flatMap(Node::asTable);
    if (exports.isPresent()) {
      return new ClassHistory(Form.EXPORTS, List.of(new Step("", declared(exports.get()))));
    }
    var migrations = environment.inherited("migrations");
    if (migrations.isEmpty()) {
      return new ClassHistory(Form.NONE, List.of());
    }
    var steps = new ArrayList<Step>();
    for (var node : migrations.get().asItems()) {
      node.asTable()
          .ifPresent(
              table ->
                  steps.add(
                      new Step(
                          table.string("tag").map(tag -> tag.value()).orElse(""), step(table))));
    }
    return new ClassHistory(Form.MIGRATIONS, steps);
  }

  private static List<Change> step(Node.Table step) {
    var changes = new ArrayList<Change>();
    step.strings("deleted_classes").forEach(name -> changes.add(new Deleted(name.value())));
    pairs(step, "renamed_classes", (from, to) -> changes.add(new Renamed(from, to)));
    for (var item : step.items("transferred_classes")) {
      item.asTable()
          .flatMap(table -> table.string("from_script"))
          .ifPresent(
              worker ->
                  pair(item, (from, to) -> changes.add(new Received(worker.value(), from, to))));
    }
    step.strings("new_classes")
        .forEach(name -> changes.add(new Created(name.value(), Storage.KEY_VALUE)));
    step.strings("new_sqlite_classes")
        .forEach(name -> changes.add(new Created(name.value(), Storage.SQLITE)));
    return changes;
  }

  private static void pairs(Node.Table step, String key, BiConsumer<String, String> out) {
    step.items(key).forEach(item -> pair(item, out));
  }

  private static void pair(Node item, BiConsumer<String, String> out) {
    var table = item.asTable().orElse(Node.Table.EMPTY);
    table
        .string("from")
        .ifPresent(
            from -> table.string("to").ifPresent(to -> out.accept(from.value(), to.value())));
  }

  private static List<Change> declared(Node.Table exports) {
    var gone = new ArrayList<Change>();
    var renamed = new ArrayList<Change>();
    var moved = new ArrayList<Change>();
    var live = new ArrayList<Change>();
    for (var entry : exports.entries()) {
      if (!(entry.value() instanceof Node.Table fields)
          || fields.string("type").filter(it -> it.value().equals("durable-object")).isEmpty()) {
        continue;
      }
      var name = entry.key().name();
      switch (fields.string("state").map(state -> state.value()).orElse("created")) {
        case "deleted" -> gone.add(new Deleted(name));
        case "renamed" ->
            fields.string("renamed_to").ifPresent(to -> renamed.add(new Renamed(name, to.value())));
        case "transferred" ->
            fields
                .string("transferred_to")
                .ifPresent(to -> moved.add(new HandedOver(name, to.value())));
        default -> {
          fields
              .string("transfer_from")
              .ifPresent(from -> moved.add(new Received(from.value(), name, name)));
          live.add(new Created(name, Lifecycle.declaredStorage(fields)));
        }
      }
    }
    gone.addAll(renamed);
    gone.addAll(moved);
    gone.addAll(live);
    return gone;
  }
}
