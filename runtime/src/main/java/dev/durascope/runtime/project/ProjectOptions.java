package dev.durascope.runtime.project;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to run and how; an absent part means wrangler's default.
 *
 * @param target the project's directory, or its entry file
 * @param config the configuration file, where it is not to be looked for
 * @param environment the environment in the configuration
 * @param host the address to listen on
 * @param port the port to listen on, 0 for any
 * @param persistTo the folder of the objects' storage, in place of {@code .wrangler/state}
 * @param vars values that go before those of the configuration
 * @param envFiles files of values in place of {@code .dev.vars} and {@code .env}, relative to the
 *     configuration
 * @param compatibilityDate in place of the configuration's
 */
public record ProjectOptions(
    Path target,
    Optional<Path> config,
    Optional<String> environment,
    String host,
    int port,
    Optional<Path> persistTo,
    Map<String, String> vars,
    List<String> envFiles,
    Optional<String> compatibilityDate) {
  /** Wrangler's port. */
  public static final int DEFAULT_PORT = 8787;

  /** Only this machine. */
  public static final String DEFAULT_HOST = "127.0.0.1";

  public ProjectOptions {
    vars = Map.copyOf(vars);
    envFiles = List.copyOf(envFiles);
  }

  /** The project in a directory, all else as wrangler has it, on any free port. */
  public static ProjectOptions of(Path directory) {
    return new ProjectOptions(
        directory,
        Optional.empty(),
        Optional.empty(),
        DEFAULT_HOST,
        0,
        Optional.empty(),
        Map.of(),
        List.of(),
        Optional.empty());
  }
}
