package dev.durascope.runtime.lifecycle;

import dev.durascope.model.config.ClassHistory;
import dev.durascope.model.config.EffectiveConfig;
import java.util.LinkedHashSet;
import java.util.Optional;
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

  /** What a configuration says, with code that exports {@code exported}. */
  public static ClassFacts of(EffectiveConfig config, Set<String> exported) {
    return new ClassFacts(config.workerName(), config.classHistory(), live(config), exported);
  }

  /** What a configuration says, with code that is not looked at and taken to be in order. */
  public static ClassFacts of(EffectiveConfig config) {
    return of(config, live(config));
  }

  private static Set<String> live(EffectiveConfig config) {
    var live = new LinkedHashSet<String>(config.sqliteClasses());
    live.addAll(config.kvClasses());
    for (var binding : config.durableObjects()) {
      if (binding.scriptName().equals(Optional.of(config.workerName()))
          || binding.scriptName().isEmpty()) {
        live.add(binding.className());
      }
    }
    return live;
  }
}
