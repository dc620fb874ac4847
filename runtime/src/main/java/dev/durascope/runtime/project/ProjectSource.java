package dev.durascope.runtime.project;

import dev.durascope.model.compatibility.EnabledFlags;
import dev.durascope.model.config.EffectiveConfig;
import dev.durascope.model.env.LocalVars;
import dev.durascope.runtime.bundle.Bundle;
import dev.durascope.runtime.bundle.BundleException;
import dev.durascope.runtime.bundle.BundleOptions;
import dev.durascope.runtime.bundle.Bundler;
import dev.durascope.runtime.bundle.CustomBuild;
import dev.durascope.runtime.bundle.NodejsCompat;
import dev.durascope.runtime.time.Clock;
import dev.durascope.runtime.worker.Compatibility;
import dev.durascope.runtime.worker.Limits;
import dev.durascope.runtime.worker.WorkerVersion;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a project is on disk: its configuration, its files of values and its code, read, checked and
 * bundled. {@link #refresh} brings it up to date; on an error the bundle and the version stay, and
 * what was read already makes a new version as soon as the code can be bundled again.
 *
 * <p>Runs none of the project's code but its own build command. Usable on any thread.
 */
final class ProjectSource implements AutoCloseable {
  private final ProjectOptions options;
  private final ProjectLog log;
  private final Clock clock;
  // Keeps the modules of several workers in one folder apart.
  private final String folder;
  private final ConfigPlace place;
  private EffectiveConfig config;
  private LocalVars localVars;
  private Bundler bundler;
  private @Nullable Bundle bundle;
  private @Nullable WorkerVersion version;
  // Configuration or values were read that no version has yet.
  private boolean unreleased = true;

  private ProjectSource(
      ProjectOptions options,
      ProjectLog log,
      Clock clock,
      String folder,
      ConfigPlace place,
      EffectiveConfig config,
      LocalVars localVars,
      Bundler bundler) {
    this.options = options;
    this.log = log;
    this.clock = clock;
    this.folder = folder;
    this.place = place;
    this.config = config;
    this.localVars = localVars;
    this.bundler = bundler;
  }

  /**
   * Reads the configuration and bundles the code.
   *
   * @param alone whether the process runs no other worker
   * @throws ProjectException if either has an error; its message has the place and the remedy
   */
  static ProjectSource open(ProjectOptions options, ProjectLog log, Clock clock, boolean alone)
      throws ProjectException, InterruptedException {
    ProjectSource source;
    try {
      var place = ConfigPlace.find(options);
      if (place.isRedirected()) {
        log.message(
            ProjectLog.Level.INFO,
            "Using redirected Wrangler configuration " + place.home().relativize(place.file()));
      }
      var config = ProjectConfig.read(options, place);
      requireCompatibility(options, config, clock);
      var localVars = ProjectConfig.localVars(options, config);
      var bundler = Bundler.start(bundleOptions(options, config));
      var folder = alone ? "" : config.workerName();
      source = new ProjectSource(options, log, clock, folder, place, config, localVars, bundler);
      source.tellLocalVars();
    } catch (BundleException e) {
      throw new ProjectException(String.valueOf(e.getMessage()), e);
    }
    try {
      source.buildCustom();
      source.build();
    } catch (BundleException e) {
      source.close();
      throw new ProjectException(String.valueOf(e.getMessage()), e);
    } catch (ProjectException | InterruptedException e) {
      source.close();
      throw e;
    }
    return source;
  }

  private static BundleOptions bundleOptions(ProjectOptions options, EffectiveConfig config)
      throws ProjectException, BundleException {
    return BundleOptions.of(config, ProjectConfig.entry(options, config).toAbsolutePath())
        .withNodejsCompat(NodejsCompat.of(flags(options, config)));
  }

  /** What the compatibility date and flags in force turn on. */
  synchronized EnabledFlags flags() {
    return flags(options, config);
  }

  private static EnabledFlags flags(ProjectOptions options, EffectiveConfig config) {
    return EnabledFlags.of(
        options.compatibilityDate().or(config::compatibilityDate), config.compatibilityFlags());
  }

  /** What is wrong with the date and the flags is said before anything runs. */
  private static void requireCompatibility(
      ProjectOptions options, EffectiveConfig config, Clock clock) throws ProjectException {
    var problems = new ArrayList<>(flags(options, config).problems());
    var today = LocalDate.ofInstant(Instant.ofEpochMilli(clock.millis()), ZoneOffset.UTC);
    options
        .compatibilityDate()
        .or(config::compatibilityDate)
        .filter(date -> date.compareTo(today.toString()) > 0 && problems.isEmpty())
        .ifPresent(
            date ->
                problems.add(
                    "Compatibility date \"" + date + "\" is in the future and unsupported"));
    if (!problems.isEmpty()) {
      throw new ProjectException(config.configFile() + ": " + String.join("\n", problems));
    }
  }

  /** Runs the project's own build command, if it has one. */
  private void buildCustom() throws BundleException, InterruptedException {
    var custom = config.build();
    if (custom.isPresent()) {
      log.message(ProjectLog.Level.INFO, "[custom build] Running: " + custom.get().command());
      new CustomBuild(custom.get().command(), custom.get().cwd())
          .run(line -> log.message(ProjectLog.Level.INFO, "[custom build] " + line));
    }
  }

  /** Whether the project's own build command is to run again; not for what it has built itself. */
  private boolean isInputOfCustomBuild(Set<Path> changed) {
    return changed.contains(config.configFile())
        || config.build().stream()
            .flatMap(build -> build.watchDirs().stream())
            .anyMatch(directory -> changed.stream().anyMatch(it -> it.startsWith(directory)));
  }

  /** Bundles what is on disk; false if there is nothing new. */
  private boolean build() throws BundleException, ProjectException, InterruptedException {
    var built = bundler.build();
    built.warnings().forEach(warning -> log.message(ProjectLog.Level.WARN, warning.text()));
    if (!unreleased && bundle != null && bundle.hash().equals(built.hash())) {
      return false;
    }
    EntryExports.require(config, built, log);
    bundle = built;
    var number = version == null ? 1 : version.number() + 1;
    version =
        VersionBuilder.build(
            number,
            folder,
            built,
            options.mapsInCode() ? built.codeWithMap() : built.code(),
            EntryExports.classes(config, built),
            Compatibility.of(flags(options, config)),
            Limits.of(config.cpuMillis(), config.subrequests()));
    unreleased = false;
    return true;
  }

  /**
   * Reads again what has changed, and bundles what is on disk now.
   *
   * @param changed the files that have changed; with the configuration among them that is read too
   * @return whether there is a new version
   */
  synchronized boolean refresh(Set<Path> changed) throws ProjectException, InterruptedException {
    try {
      if (changed.contains(config.configFile())) {
        reconfigure();
      }
      if (isInputOfCustomBuild(changed)) {
        buildCustom();
      }
      var valuesChanged = readLocalVars();
      unreleased |= valuesChanged;
      if (!build()) {
        return false;
      }
      if (valuesChanged) {
        tellLocalVars();
      }
      return true;
    } catch (BundleException e) {
      throw new ProjectException(String.valueOf(e.getMessage()), e);
    }
  }

  private void reconfigure() throws ProjectException, BundleException {
    var fresh = ProjectConfig.read(options, place);
    requireCompatibility(options, fresh, clock);
    var freshBundler = Bundler.start(bundleOptions(options, fresh));
    bundler.close();
    bundler = freshBundler;
    config = fresh;
    unreleased = true;
  }

  /** Reads the files of values anew; whether they have changed. */
  private boolean readLocalVars() throws ProjectException {
    var fresh = ProjectConfig.localVars(options, config);
    var changed = !fresh.values().equals(localVars.values());
    localVars = fresh;
    return changed;
  }

  private void tellLocalVars() {
    for (var file : localVars.files()) {
      log.message(
          ProjectLog.Level.INFO, "Using secrets defined in " + config.directory().relativize(file));
    }
    if (!localVars.missing().isEmpty()) {
      log.message(
          ProjectLog.Level.WARN,
          "Missing required secrets: "
              + String.join(", ", localVars.missing())
              + ". Add them to .dev.vars, .env, or set as environment variables.");
    }
  }

  /** The folder of the project, as the user sees it. */
  Path home() {
    return place.home();
  }

  /** The configuration in force. */
  synchronized EffectiveConfig config() {
    return config;
  }

  /** The values of the files beside the configuration. */
  synchronized LocalVars localVars() {
    return localVars;
  }

  /** The bundle in force. */
  synchronized Bundle bundle() {
    if (bundle == null) {
      throw new IllegalStateException("The project is not built");
    }
    return bundle;
  }

  /** The version that the bundle makes. */
  synchronized WorkerVersion version() {
    if (version == null) {
      throw new IllegalStateException("The project is not built");
    }
    return version;
  }

  /** The files whose change is worth a {@link #refresh}. */
  synchronized Set<Path> watched() {
    var watched = new LinkedHashSet<>(bundler.watched());
    watched.add(config.configFile());
    watched.addAll(localVars.candidates());
    config.build().ifPresent(build -> watched.addAll(build.watchDirs()));
    return watched;
  }

  @Override
  public synchronized void close() {
    bundler.close();
  }
}
