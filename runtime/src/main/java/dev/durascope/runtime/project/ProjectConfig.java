package dev.durascope.runtime.project;

import dev.durascope.model.config.EffectiveConfig;
import dev.durascope.model.config.WranglerConfig;
import dev.durascope.model.env.LocalVars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the configuration that a run is to use. */
final class ProjectConfig {
  private ProjectConfig() {}

  static EffectiveConfig read(ProjectOptions options, ConfigPlace place) throws ProjectException {
    var file = place.file();
    EffectiveConfig config;
    try {
      var read = Files.exists(file) ? WranglerConfig.read(file) : WranglerConfig.parse(file, "{}");
      config = read.effective(environment(options, place, read));
    } catch (IOException e) {
      throw new ProjectException("The configuration " + file + " cannot be read: " + e, e);
    }
    if (!config.problems().isEmpty()) {
      throw new ProjectException(
          config.problems().stream()
              .map(problem -> problem.toString())
              .collect(Collectors.joining("\n")));
    }
    return config.binding(options.objects());
  }

  /** What a build has written has been made for one environment, and has none inside. */
  private static Optional<String> environment(
      ProjectOptions options, ConfigPlace place, WranglerConfig config) throws ProjectException {
    if (!place.isRedirected()) {
      return options.environment();
    }
    var built = config.document().root().string("targetEnvironment");
    var wanted = options.environment();
    if (built.isPresent() && wanted.isPresent() && !built.get().value().equals(wanted.get())) {
      throw new ProjectException(
          "You have specified the environment \"%s\". This does not match the target environment \"%s\" that was used when building the application. Perhaps you need to re-run the custom build of the project with \"%s\" as the selected environment?"
              .formatted(wanted.get(), built.get().value(), wanted.get()));
    }
    return Optional.empty();
  }

  /** The values that are kept beside the configuration. */
  static LocalVars localVars(ProjectOptions options, EffectiveConfig config)
      throws ProjectException {
    try {
      return LocalVars.read(
          new LocalVars.Request(
              config.directory(),
              options.environment(),
              options.envFiles(),
              System.getenv(),
              config.vars().keySet(),
              config.requiredSecrets()));
    } catch (IOException e) {
      throw new ProjectException("A file of variables cannot be read: " + e, e);
    }
  }

  /** The module that the worker starts with. */
  static Path entry(ProjectOptions options, EffectiveConfig config) throws ProjectException {
    var target = options.target().toAbsolutePath().normalize();
    if (Files.isRegularFile(target)) {
      return requireJavaScript(target);
    }
    if (isAssetsAlone(options, config)) {
      return standIn(config);
    }
    if (config.main().isEmpty() && config.bundling().isPages()) {
      throw new ProjectException(
          config.configFile()
              + " is the configuration of a Pages project (pages_build_output_dir). Those are not"
              + " supported; a Worker has a \"main\".");
    }
    return requireJavaScript(
        config
            .main()
            .orElseThrow(
                () ->
                    new ProjectException(
                        config.configFile()
                            + " names no entry point. Add main = \"src/index.ts\" (with your file),"
                            + " or name the file on the command line.")));
  }

  /** Whether the project has static assets and no Worker. */
  static boolean isAssetsAlone(ProjectOptions options, EffectiveConfig config) {
    return config.main().isEmpty()
        && config.assets().isPresent()
        && !Files.isRegularFile(options.target());
  }

  /** An entry for a project that has none; no request reaches it. */
  private static Path standIn(EffectiveConfig config) throws ProjectException {
    var file = config.directory().resolve(".wrangler/durascope/no-worker.js");
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "export default {};\n");
      }
      return file;
    } catch (IOException e) {
      throw new ProjectException(file + " cannot be written: " + e, e);
    }
  }

  private static Path requireJavaScript(Path entry) throws ProjectException {
    if (entry.toString().endsWith(".py")) {
      throw new ProjectException(
          "The Worker's entry "
              + entry
              + " is Python, which is not supported: write it in"
              + " JavaScript or TypeScript.");
    }
    return entry;
  }
}
