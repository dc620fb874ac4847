package dev.durascope.languageserver.plan;

import dev.durascope.model.config.ClassHistory;
import dev.durascope.model.config.ClassHistory.Change;
import dev.durascope.model.config.ClassHistory.Created;
import dev.durascope.model.config.ClassHistory.Deleted;
import dev.durascope.model.config.ClassHistory.HandedOver;
import dev.durascope.model.config.ClassHistory.Received;
import dev.durascope.model.config.ClassHistory.Renamed;
import dev.durascope.model.config.ClassHistory.Step;
import dev.durascope.model.config.Lifecycle.Storage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The Durable Object classes that Cloudflare has of one Worker, while migrations are applied.
 *
 * <p>A list of migrations may have lost its first steps, which is valid. What is not known is not
 * refused: as long as steps are replayed for what they have left behind, a class that comes out of
 * nowhere is taken for one of those steps'. So {@link #apply} refuses what is there already, and
 * what has surely come to its end.
 */
public final class DeployedClasses {

  /** By name; the storage is empty where the step that created the class is gone. */
  private final Map<String, Optional<Storage>> live;

  /** The names that have come to their end here, as far as that was seen. */
  private final Set<String> gone;

  private DeployedClasses(Map<String, Optional<Storage>> live, Set<String> gone) {
    this.live = new LinkedHashMap<>(live);
    this.gone = new HashSet<>(gone);
  }

  /** Nothing is deployed yet. */
  public static DeployedClasses none() {
    return new DeployedClasses(Map.of(), Set.of());
  }

  /** What {@code history} has left behind, which was deployed and therefore was sound. */
  public static DeployedClasses after(ClassHistory history) {
    var classes = none();
    history.steps().forEach(step -> step.changes().forEach(classes::play));
    return classes;
  }

  public DeployedClasses copy() {
    return new DeployedClasses(live, gone);
  }

  /** The classes with their storage, in the order of their appearance. */
  public Map<String, Optional<Storage>> live() {
    return Collections.unmodifiableMap(live);
  }

  public boolean has(String className) {
    return live.containsKey(className);
  }

  /** The storage of a class, where it is alive and its creation was seen. */
  public Optional<Storage> storage(String className) {
    return live.getOrDefault(className, Optional.empty());
  }

  /** Applies {@code step} as if it were sound, for what it leaves behind. */
  public void replay(Step step) {
    step.changes().forEach(this::play);
  }

  /** Applies {@code step}; what Cloudflare refuses of it is left out. */
  public List<Refusal> apply(Step step) {
    var refusals = new ArrayList<Refusal>();
    for (var change : step.changes()) {
      var refusal = judge(change);
      refusal.ifPresentOrElse(refusals::add, () -> play(change));
    }
    return refusals;
  }

  /** Applies one change that is known to be sound. */
  void perform(Change change) {
    play(change);
  }

  private Optional<Refusal> judge(Change change) {
    return switch (change) {
      case Created(var name, var _) when has(name) ->
          Optional.of(
              new Refusal(
                  10074, name, "\"%s\" cannot be created: it exists already".formatted(name)));
      case Renamed(var from, var _) when gone.contains(from) ->
          Optional.of(
              new Refusal(
                  10074, from, "\"%s\" cannot be renamed: it is not there".formatted(from)));
      case Renamed(var _, var to) when has(to) ->
          Optional.of(
              new Refusal(
                  10074, to, "a class cannot become \"%s\": it exists already".formatted(to)));
      case Deleted(var name) when gone.contains(name) ->
          Optional.of(
              new Refusal(
                  10074, name, "\"%s\" cannot be deleted: it is not there".formatted(name)));
      case Received(var _, var _, var to) when has(to) ->
          Optional.of(
              new Refusal(
                  10074, to, "a class cannot become \"%s\": it exists already".formatted(to)));
      case Created _, Renamed _, Deleted _, Received _, HandedOver _ -> Optional.empty();
    };
  }

  private void play(Change change) {
    switch (change) {
      case Created(var name, var storage) -> arrive(name, Optional.of(storage));
      case Deleted(var name) -> leave(name);
      case Renamed(var from, var to) -> {
        var storage = storage(from);
        leave(from);
        arrive(to, storage);
      }
      case Received(var _, var _, var to) -> arrive(to, Optional.empty());
      case HandedOver(var name, var _) -> leave(name);
    }
  }

  private void arrive(String name, Optional<Storage> storage) {
    live.put(name, storage);
    gone.remove(name);
  }

  private void leave(String name) {
    live.remove(name);
    gone.add(name);
  }
}
