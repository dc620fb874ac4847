package dev.durascope.languageserver.check;

import dev.durascope.languageserver.analysis.Analysis;
import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.Scope;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Surroundings;
import dev.durascope.languageserver.git.GitBaselines;
import dev.durascope.languageserver.git.UnknownRevision;
import dev.durascope.languageserver.schema.InstalledSchemas;
import dev.durascope.model.config.ConfigFiles;
import dev.durascope.model.config.WranglerConfig;
import dev.durascope.model.modules.DiskFiles;
import dev.durascope.model.modules.ModuleCache;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** One run of {@code check}: from a directory to an exit code. */
public final class CheckRun {

  /** Nothing worse than a warning. */
  public static final int CLEAN = 0;

  /** At least one error. */
  public static final int ERRORS = 1;

  /** There was nothing that could be checked; a line on the error stream says why. */
  public static final int NOT_CHECKED = 2;

  private CheckRun() {}

  /** Checks, and prints findings to {@code out}; why it could not goes to standard error. */
  public static int run(CheckOptions options, PrintStream out) {
    return run(options, out, System.err);
  }

  /** Checks, and prints findings to {@code out} and to {@code err} why it could not. */
  public static int run(CheckOptions options, PrintStream out, PrintStream err) {
    try {
      return check(options, out);
    } catch (NotCheckable reason) {
      err.println("durascope check: " + reason.getMessage());
      return NOT_CHECKED;
    }
  }

  private static int check(CheckOptions options, PrintStream out) throws NotCheckable {
    var directory = options.directory().toAbsolutePath().normalize();
    var config = read(locate(options, directory));
    var scope = scope(config, options.environment());
    var files = new DiskFiles();
    List<Diagnostic> diagnostics;
    try (var modules = new ModuleCache();
        var baselines = baselines(options, config)) {
      diagnostics =
          Analysis.run(
              config,
              new Surroundings(
                      files, modules, new InstalledSchemas(), LocalDate.now(ZoneOffset.UTC))
                  .comparedWith(baselines),
              scope);
    }
    var report =
        switch (options.format()) {
          case TEXT -> new TextReport(out);
          case JSON -> new JsonReport(out);
          case SARIF -> new SarifReport(out);
          case GITHUB -> new GithubReport(out);
        };
    report.print(new Findings(config, directory, files, diagnostics));
    return diagnostics.stream().anyMatch(each -> each.severity() == Severity.ERROR)
        ? ERRORS
        : CLEAN;
  }

  private static GitBaselines baselines(CheckOptions options, WranglerConfig config)
      throws NotCheckable {
    if (options.base().isEmpty()) {
      return GitBaselines.lastCommit();
    }
    var baselines = GitBaselines.of(options.base().get());
    try {
      baselines.require(config.directory());
      return baselines;
    } catch (UnknownRevision unknown) {
      baselines.close();
      throw new NotCheckable(unknown.reason());
    }
  }

  private static Path locate(CheckOptions options, Path directory) throws NotCheckable {
    if (options.config().isPresent()) {
      var file = directory.resolve(options.config().get()).normalize();
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

  /** The user asked for something that is not there. */
  private static final class NotCheckable extends Exception {
    NotCheckable(String message) {
      super(message);
    }
  }
}
