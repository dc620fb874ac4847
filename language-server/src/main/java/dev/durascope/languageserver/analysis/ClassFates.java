package dev.durascope.languageserver.analysis;

import dev.durascope.model.config.ClassHistory.Change;
import dev.durascope.model.config.ClassHistory.Created;
import dev.durascope.model.config.ClassHistory.Deleted;
import dev.durascope.model.config.ClassHistory.HandedOver;
import dev.durascope.model.config.ClassHistory.Received;
import dev.durascope.model.config.ClassHistory.Renamed;
import dev.durascope.model.config.Environment;
import dev.durascope.model.config.Lifecycle.Storage;
import dev.durascope.model.tree.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What has become of each class that a list of migrations speaks of, as entries of {@code exports}
 * have it: alive with its storage, deleted, or renamed to one that is alive.
 *
 * <p>A tombstone is kept for every name that is gone. On a Worker that has applied all migrations
 * it does nothing; on one that lags behind it does what the steps would have done.
 */
final class ClassFates {

  /** What has become of one class. */
  sealed interface Fate {}

  record Live(Storage storage) implements Fate {}

  record Gone() implements Fate {}

  record Successor(String name) implements Fate {}

  private static final Set<String> NAMES =
      Set.of("new_classes", "new_sqlite_classes", "deleted_classes");

  private ClassFates() {}

  /**
   * The fates by name, in the order of their appearance; empty where a map cannot tell the same
   * story: a class whose creation is not seen has unknown storage, a name that is used anew would
   * need two entries, and a transfer has another end.
   */
  static Optional<Map<String, Fate>> of(Environment environment) {
    var steps = environment.inherited("migrations").map(Node::asItems).orElse(List.of());
    if (steps.isEmpty() || !steps.stream().allMatch(ClassFates::isPlain)) {
      return Optional.empty();
    }
    var fates = new LinkedHashMap<String, Fate>();
    for (var step : environment.history().steps()) {
      for (var change : step.changes()) {
        if (!play(fates, change)) {
          return Optional.empty();
        }
      }
    }
    fates.replaceAll((_, fate) -> atLast(fates, fate));
    return fates.isEmpty() ? Optional.empty() : Optional.of(fates);
  }

  /** Whether the step has nothing but what is understood, in its right shape. */
  private static boolean isPlain(Node node) {
    return node instanceof Node.Table step
        && step.entries().stream()
            .allMatch(
                entry ->
                    switch (entry.key().name()) {
                      case "tag" -> entry.value() instanceof Node.Text;
                      case "renamed_classes" ->
                          entry.value() instanceof Node.Array array
                              && array.items().stream().allMatch(ClassFates::isRename);
                      default ->
                          NAMES.contains(entry.key().name())
                              && entry.value() instanceof Node.Array array
                              && array.items().stream().allMatch(ClassFates::isName);
                    });
  }

  private static boolean isRename(Node node) {
    return node instanceof Node.Table rename
        && rename.entries().size() == 2
        && rename.get("from").filter(ClassFates::isName).isPresent()
        && rename.get("to").filter(ClassFates::isName).isPresent();
  }

  private static boolean isName(Node node) {
    return node instanceof Node.Text text && Identifiers.isIdentifier(text.value());
  }

  private static boolean play(Map<String, Fate> fates, Change change) {
    return switch (change) {
      case Created(var name, var storage) -> fates.putIfAbsent(name, new Live(storage)) == null;
      case Deleted(var name) ->
          fates.get(name) instanceof Live && fates.put(name, new Gone()) != null;
      case Renamed(var from, var to) ->
          fates.get(from) instanceof Live live
              && fates.putIfAbsent(to, live) == null
              && fates.put(from, new Successor(to)) != null;
      case Received _, HandedOver _ -> false;
    };
  }

  /** The end of a chain of renames: wrangler wants the new name of each to be alive. */
  private static Fate atLast(Map<String, Fate> fates, Fate fate) {
    var at = fate;
    while (at instanceof Successor(var name)) {
      switch (fates.get(name)) {
        case Live _ -> {
          return at;
        }
        case Gone gone -> {
          return gone;
        }
        case Successor next -> at = next;
        case null -> throw new IllegalStateException("renamed to no class: " + name);
      }
    }
    return at;
  }
}
