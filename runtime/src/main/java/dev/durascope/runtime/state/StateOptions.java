package dev.durascope.runtime.state;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Whose state it is; an absent part means what {@code durascope dev} would take.
 *
 * @param directory the project's directory, or one in it
 * @param config the configuration file, where it is not to be looked for
 * @param environment the environment in the configuration
 * @param persistTo the folder of the state, in place of {@code .wrangler/state}
 */
public record StateOptions(
    Path directory, Optional<Path> config, Optional<String> environment, Optional<Path> persistTo) {

  /** The state in a folder, whoever's it is. */
  public StateOptions in(Path folder) {
    return new StateOptions(directory, config, environment, Optional.of(folder));
  }
}
