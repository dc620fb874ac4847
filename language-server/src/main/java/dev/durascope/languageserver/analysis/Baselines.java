package dev.durascope.languageserver.analysis;

import java.nio.file.Path;
import java.util.Optional;

/** Finds the states that configurations are compared with. */
public interface Baselines {

  /** There is nothing to compare with. */
  Baselines NONE = config -> Optional.empty();

  /**
   * The state to compare {@code config} with; empty where it was never committed, or where the
   * state cannot be read.
   */
  Optional<Baseline> of(Path config);
}
