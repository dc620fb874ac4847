package dev.durascope.runtime.lifecycle;

import dev.durascope.model.config.ClassHistory.Change;
import dev.durascope.model.config.ClassHistory.Step;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What has been applied to one worker's data. An environment is a worker of its own, by its name.
 *
 * @param applied the steps of the history as they were when they were applied
 * @param classes by their present names
 */
public record WorkerRecord(String worker, List<Step> applied, Map<String, Holding> classes) {

  public WorkerRecord {
    applied = List.copyOf(applied);
    classes = Collections.unmodifiableMap(new LinkedHashMap<>(classes));
  }

  /** The last tag that was applied; empty where there are no tags. */
  public Optional<String> tag() {
    return applied.isEmpty()
        ? Optional.empty()
        : Optional.of(applied.getLast().tag()).filter(tag -> !tag.isEmpty());
  }

  /** What was applied under a tag; empty if nothing was. */
  Optional<List<Change>> changes(String tag) {
    return applied.stream().filter(step -> step.tag().equals(tag)).map(Step::changes).findFirst();
  }

  WorkerRecord without(String className) {
    var rest = new LinkedHashMap<>(classes);
    rest.remove(className);
    return new WorkerRecord(worker, applied, rest);
  }
}
