package dev.durascope.runtime.lifecycle;

import dev.durascope.model.config.ClassHistory;
import java.util.Set;

/**
 * What the configuration and the code say of a worker's classes.
 *
 * @param live alive after the whole history, or bound by the worker itself
 * @param exported what the code exports
 */
public record ClassFacts(
    String worker, ClassHistory history, Set<String> live, Set<String> exported) {

  public ClassFacts {
    live = Set.copyOf(live);
    exported = Set.copyOf(exported);
  }
}
