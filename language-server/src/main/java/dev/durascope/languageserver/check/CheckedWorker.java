package dev.durascope.languageserver.check;

import dev.durascope.languageserver.analysis.Scope;
import dev.durascope.languageserver.git.GitBaselines;
import dev.durascope.languageserver.git.UnknownRevision;
import dev.durascope.model.config.ConfigFiles;
import dev.durascope.model.config.WranglerConfig;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One configuration that a command is about, and which environments of it. */
record CheckedWorker(WranglerConfig config, Scope scope) {

  /** All that {@code options} name, in that order; at least one. */
  static List<CheckedWorker> of(CheckOptions options) throws NotCheckable {
    if (options.config().isPresent() && options.workers().size() > 1) {
      throw new NotCheckable("--config names a configuration in one folder, and here are several");
    }
    var workers = new ArrayList<CheckedWorker>();
    for (var folder : options.workers()) {
      var config = read(locate(options.config(), folder.toAbsolutePath().normalize()));
      workers.add(new CheckedWorker(config, scope(config, options.environment())));
    }
    return workers;
  }

  /** The state to compare {@code workers} with; the caller closes it. */
  static GitBaselines baselines(CheckOptions options, List<CheckedWorker> workers)
      throws NotCheckable {
    if (options.base().isEmpty()) {
      return GitBaselines.lastCommit();
    }
    var baselines = GitBaselines.of(options.base().get());
    try {
      for (var worker : workers) {
        baselines.require(worker.config().directory());
      }
      return baselines;
    } catch (UnknownRevision unknown) {
      baselines.close();
      throw new NotCheckable(unknown.reason());
    }
  }

  private static Path locate(Optional<Path> config, Path directory) throws NotCheckable {
    if (config.isPresent()) {
      var file = directory.resolve(config.get()).normalize();
      if (!Files.isRegularFile(file)) {
        throw new NotCheckable("there is no configuration " + file);
      }
      return file;
    }
    if (Files.isRegularFile(directory)) {
      throw new NotCheckable(
          directory + " is a file; to check this configuration say --config " + directory);
    }
    if (!Files.isDirectory(directory)) {
      throw new NotCheckable("there is no directory " + directory);
    }
    return ConfigFiles.find(directory)
        .orElseThrow(
            () ->
                new NotCheckable(
                    "no configuration found in %s (looked for %s); name one with --config"
                        .formatted(directory, String.join(", ", ConfigFiles.NAMES))));
  }

  private static WranglerConfig read(Path file) throws NotCheckable {
    try {
      return WranglerConfig.read(file);
    } catch (CharacterCodingException notText) {
      throw new NotCheckable(file + " is not UTF-8 text");
    } catch (IOException unreadable) {
      throw new NotCheckable(file + " cannot be read: " + unreadable.getMessage());
    }
  }

  private static Scope scope(WranglerConfig config, Optional<String> environment)
      throws NotCheckable {
    if (environment.isEmpty()) {
      return new Scope.Everything();
    }
    var known = config.named().keySet();
    if (!known.contains(environment.get())) {
      throw new NotCheckable(
          "%s has no environment \"%s\"; it has %s"
              .formatted(
                  config.fileName(),
                  environment.get(),
                  known.isEmpty() ? "none" : String.join(", ", known)));
    }
    return new Scope.Named(environment.get());
  }
}
