package dev.durascope.debugadapter.core;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a project is to be run; an absent part means what the command line means by leaving it out.
 *
 * @param project the project's directory, or its entry file
 * @param config the wrangler configuration to read
 * @param environment the wrangler environment
 * @param port the port to answer on; 0 for any free one
 * @param persistTo the directory of the objects' storage
 * @param hibernateAlways whether objects leave the memory after every event
 * @param vars variables that override those of the configuration
 */
public record LaunchOptions(
    Path project,
    Optional<Path> config,
    Optional<String> environment,
    OptionalInt port,
    Optional<Path> persistTo,
    boolean hibernateAlways,
    Map<String, String> vars) {

  public LaunchOptions {
    vars = Map.copyOf(vars);
  }
}
