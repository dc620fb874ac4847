package dev.durascope.languageserver.plan;

import java.util.Set;
import java.util.function.Predicate;

/**
 * What a deployment brings along, beside the history of its classes.
 *
 * @param bound the Worker's own classes that it binds
 * @param isMissing whether the code surely does not export a class
 */
public record WorkerFacts(Set<String> bound, Predicate<String> isMissing) {

  public WorkerFacts {
    bound = Set.copyOf(bound);
  }
}
