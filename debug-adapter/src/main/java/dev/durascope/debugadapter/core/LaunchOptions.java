package dev.durascope.debugadapter.core;

import java.nio.file.Path;
import java.util.List;
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
 * @param more what is wanted less often
 */
public record LaunchOptions(
    Path project,
    Optional<Path> config,
    Optional<String> environment,
    OptionalInt port,
    Optional<Path> persistTo,
    boolean hibernateAlways,
    Map<String, String> vars,
    More more) {

  public LaunchOptions {
    vars = Map.copyOf(vars);
  }

  /** The same with nothing that is wanted less often. */
  public LaunchOptions(
      Path project,
      Optional<Path> config,
      Optional<String> environment,
      OptionalInt port,
      Optional<Path> persistTo,
      boolean hibernateAlways,
      Map<String, String> vars) {
    this(project, config, environment, port, persistTo, hibernateAlways, vars, More.NOTHING);
  }

  /**
   * What is wanted less often.
   *
   * @param otherConfigs the configurations of further workers that the project reaches
   * @param host the address to listen on
   * @param storage where objects store: a folder, {@code memory:} or the address of a Redis server
   * @param objects classes to bind beside those of the configuration, by their bindings' names
   * @param envFiles files of variables in place of {@code .dev.vars} and {@code .env}
   * @param compatibilityDate in place of the configuration's
   * @param testScheduled whether {@code /__scheduled} runs a schedule
   * @param deleteData whether the data of classes goes which the configuration deletes
   */
  public record More(
      List<Path> otherConfigs,
      Optional<String> host,
      Optional<String> storage,
      Map<String, String> objects,
      List<String> envFiles,
      Optional<String> compatibilityDate,
      boolean testScheduled,
      boolean deleteData) {

    static final More NOTHING =
        new More(
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            List.of(),
            Optional.empty(),
            false,
            false);

    public More {
      otherConfigs = List.copyOf(otherConfigs);
      objects = Map.copyOf(objects);
      envFiles = List.copyOf(envFiles);
    }
  }
}
