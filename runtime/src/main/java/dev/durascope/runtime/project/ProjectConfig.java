package dev.durascope.runtime.project;

import dev.durascope.model.config.ConfigFiles;
import dev.durascope.model.config.EffectiveConfig;
import dev.durascope.model.config.WranglerConfig;
import dev.durascope.model.env.LocalVars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Finds and reads the configuration that a run is to use. */
final class ProjectConfig {
  private ProjectConfig() {}

  static EffectiveConfig read(ProjectOptions options) throws ProjectException {
    var file = find(options);
    EffectiveConfig config;
    try {
      config =
          (Files.exists(file) ? WranglerConfig.read(file) : WranglerConfig.parse(file, "{}"))
              .effective(options.environment());
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

  private static Path find(ProjectOptions options) throws ProjectException {
    if (options.config().isPresent()) {
      var file = options.config().get().toAbsolutePath();
      if (!Files.isRegularFile(file)) {
        throw new ProjectException("There is no configuration file " + file);
      }
      return file;
    }
    var target = options.target().toAbsolutePath().normalize();
    var start = Files.isRegularFile(target) ? target.getParent() : target;
    for (var directory = start; directory != null; directory = directory.getParent()) {
      var found = ConfigFiles.find(directory);
      if (found.isPresent()) {
        return found.get();
      }
    }
    if (Files.isRegularFile(target) && start != null) {
      // A file that is named is enough: a configuration that says nothing stands beside it.
      return start.resolve("wrangler.jsonc");
    }
    throw new ProjectException(
        "There is no wrangler.json, wrangler.jsonc or wrangler.toml in "
            + start
            + " or above it. Create one, or name it with --config.");
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
