package dev.durascope.runtime.project;

import dev.durascope.model.compatibility.EnabledFlags;
import dev.durascope.model.config.EffectiveConfig;
import dev.durascope.model.env.LocalVars;
import dev.durascope.runtime.binding.BindingSite;
import dev.durascope.runtime.binding.assets.StaticAssets;
import dev.durascope.runtime.binding.queue.QueueBroker;
import dev.durascope.runtime.bundle.Bundle;
import dev.durascope.runtime.bundle.BundleException;
import dev.durascope.runtime.bundle.BundleOptions;
import dev.durascope.runtime.bundle.Bundler;
import dev.durascope.runtime.bundle.CustomBuild;
import dev.durascope.runtime.bundle.NodejsCompat;
import dev.durascope.runtime.durable.DurableClass;
import dev.durascope.runtime.durable.Namespace;
import dev.durascope.runtime.http.HttpNetwork;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.message.ResponseMessage;
import dev.durascope.runtime.message.ScriptFailure;
import dev.durascope.runtime.script.ScriptEngine;
import dev.durascope.runtime.storage.SqliteNamespaceStorage;
import dev.durascope.runtime.time.Clock;
import dev.durascope.runtime.time.SystemClock;
import dev.durascope.runtime.worker.Bindings;
import dev.durascope.runtime.worker.Compatibility;
import dev.durascope.runtime.worker.Limits;
import dev.durascope.runtime.worker.Services;
import dev.durascope.runtime.worker.Worker;
import dev.durascope.runtime.worker.WorkerVersion;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A project, from its configuration to its live objects.
 *
 * <p>{@link #prepare} reads and bundles it and runs none of its code; {@link #start} runs it;
 * {@link #rebuild} exchanges the code for what is on disk now. It opens no door to the outside: a
 * {@link DevServer} does that around it. Usable on any thread.
 */
public final class Project implements AutoCloseable {
  /** How long the worker's module may take to evaluate, in seconds. */
  private static final long LOAD_SECONDS = 60;

  /** How long running code may take to be stopped in the end, in milliseconds. */
  private static final long CLOSE_MILLIS = 2_000;

  private final ProjectOptions options;
  private final ProjectLog log;
  private final ChangeFeed changes = new ChangeFeed();
  private final Clock clock;
  private final Surroundings surroundings;
  private final boolean ownsSurroundings;
  // Keeps the modules of several workers in one folder apart.
  private final String folder;
  private final Listeners listeners;
  private final MappedScriptLog scriptLog;
  private final HttpNetwork network = new HttpNetwork();
  private final Namespaces namespaces;
  private final Path state;
  private final Worker worker;
  private EffectiveConfig config;
  private LocalVars localVars;
  private @Nullable Bindings bindings;
  private volatile @Nullable AssetRouter assets;
  private Bundler bundler;
  private @Nullable Bundle bundle;
  private @Nullable WorkerVersion version;

  private Project(
      ProjectOptions options,
      ProjectLog log,
      Surroundings surroundings,
      boolean ownsSurroundings,
      EffectiveConfig config,
      LocalVars localVars,
      Bundler bundler) {
    this.options = options;
    this.surroundings = surroundings;
    this.ownsSurroundings = ownsSurroundings;
    this.clock = surroundings.clock();
    this.folder = surroundings.workers().isEmpty() ? "" : config.workerName();
    this.log = log;
    this.config = config;
    this.localVars = localVars;
    this.bundler = bundler;
    var stacks = new StackMapper(config.directory());
    this.listeners = new Listeners(stacks);
    this.scriptLog = new MappedScriptLog(log, stacks);
    this.state =
        options.persistTo().orElse(config.directory().resolve(".wrangler/state")).toAbsolutePath();
    this.namespaces =
        new Namespaces(
            clock, definition -> SqliteNamespaceStorage.at(state, definition.uniqueKey()), changes);
    this.worker =
        new Worker(
            config.workerName(),
            new Services(
                surroundings.engine()::join,
                clock,
                scriptLog,
                listeners,
                network,
                config.workerName(),
                surroundings.workers()),
            namespaces::storage);
  }

  /**
   * Reads the configuration and bundles the code.
   *
   * @throws ProjectException if either has an error; its message has the place and the remedy
   */
  public static Project prepare(ProjectOptions options, ProjectLog log)
      throws ProjectException, InterruptedException {
    return prepare(options, log, new SystemClock());
  }

  /**
   * The same by another clock, which the project closes in the end.
   *
   * @throws ProjectException if configuration or code has an error
   */
  public static Project prepare(ProjectOptions options, ProjectLog log, Clock clock)
      throws ProjectException, InterruptedException {
    var surroundings = Surroundings.start(clock);
    try {
      var project = prepare(options, log, surroundings, true);
      surroundings.workers().add(project.name(), project);
      return project;
    } catch (ProjectException e) {
      surroundings.discard();
      throw e;
    }
  }

  /**
   * The same as one of several, or alone.
   *
   * @param owns whether the surroundings are closed with it
   */
  static Project prepare(
      ProjectOptions options, ProjectLog log, Surroundings surroundings, boolean owns)
      throws ProjectException, InterruptedException {
    Project project;
    try {
      var config = ProjectConfig.read(options);
      requireCompatibility(options, config, surroundings.clock());
      var localVars = ProjectConfig.localVars(options, config);
      var bundler = Bundler.start(bundleOptions(options, config));
      project = new Project(options, log, surroundings, owns, config, localVars, bundler);
      project.tellLocalVars();
    } catch (BundleException e) {
      throw new ProjectException(String.valueOf(e.getMessage()), e);
    }
    try {
      project.buildCustom();
      project.build(true);
      project.declareClasses();
    } catch (BundleException e) {
      project.closeAlone();
      throw new ProjectException(String.valueOf(e.getMessage()), e);
    } catch (ProjectException e) {
      project.closeAlone();
      throw e;
    }
    return project;
  }

  private static BundleOptions bundleOptions(ProjectOptions options, EffectiveConfig config)
      throws ProjectException, BundleException {
    return BundleOptions.of(config, ProjectConfig.entry(options, config).toAbsolutePath())
        .withNodejsCompat(NodejsCompat.of(flags(options, config)));
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

  /**
   * Bundles what is on disk; false if that changes nothing.
   *
   * @param anyway whether the same code makes a new version, too
   */
  private boolean build(boolean anyway)
      throws BundleException, ProjectException, InterruptedException {
    var built = bundler.build();
    built.warnings().forEach(warning -> log.message(ProjectLog.Level.WARN, warning.text()));
    if (!anyway && bundle != null && bundle.hash().equals(built.hash())) {
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
            Compatibility.of(flags(options, config)),
            Limits.of(config.cpuMillis()));
    return true;
  }

  /** Reports to {@code listener} from now on. */
  public void listen(ProjectListener listener) {
    listeners.add(listener);
  }

  /** Changes to objects, for tools. */
  public ChangeFeed changes() {
    return changes;
  }

  /**
   * Runs the project: evaluates the worker's module, and waits for stored alarms.
   *
   * @throws ProjectException if the module fails
   */
  public void start() throws ProjectException, InterruptedException {
    run();
    resumeAlarms();
  }

  /** Evaluates the worker's module. */
  synchronized void run() throws ProjectException, InterruptedException {
    await(load());
  }

  /** Waits for stored alarms from now on. */
  void resumeAlarms() {
    namespaces.resumeAlarms();
  }

  /**
   * Exchanges the code for what is on disk now; on an error the old code runs on.
   *
   * @param changed the files that have changed; with the configuration among them that is read too
   * @return whether anything is new
   */
  public synchronized boolean rebuild(Set<Path> changed)
      throws ProjectException, InterruptedException {
    try {
      if (changed.contains(config.configFile())) {
        reconfigure();
      }
      if (isInputOfCustomBuild(changed)) {
        buildCustom();
      }
      var valuesChanged = readLocalVars();
      if (!build(valuesChanged)) {
        return false;
      }
      if (valuesChanged) {
        tellLocalVars();
      }
    } catch (BundleException e) {
      throw new ProjectException(String.valueOf(e.getMessage()), e);
    }
    await(load());
    return true;
  }

  private void reconfigure() throws ProjectException, BundleException {
    var fresh = ProjectConfig.read(options);
    requireCompatibility(options, fresh, clock);
    var freshBundler = Bundler.start(bundleOptions(options, fresh));
    bundler.close();
    bundler = freshBundler;
    config = fresh;
    bundle = null;
  }

  /** Makes the namespaces of the classes that the configuration knows. */
  private void declareClasses() {
    for (var binding : config.durableObjects()) {
      if (WorkerBindings.isOwn(config, binding)) {
        declare(binding.className());
      }
    }
    for (var className : bundle().exports()) {
      if (config.sqliteClasses().contains(className) || config.kvClasses().contains(className)) {
        declare(className);
      }
    }
  }

  /** Makes the namespace of a class that another worker is bound to; false if there is no such. */
  boolean declareExported(String className) {
    if (!bundle().exports().contains(className)) {
      return false;
    }
    declare(className);
    return true;
  }

  private void declare(String className) {
    namespaces.ensure(
        new DurableClass(
            config.workerName(), className, config.sqliteClasses().contains(className)),
        worker.starter());
  }

  private CompletableFuture<Void> load() {
    var current = version();
    declareClasses();
    bindings = null;
    listeners.versionReleased(current, bundle());
    consumeQueues();
    assets = assetRouter();
    return worker.load(current, bindings(), namespaces.list());
  }

  /** Who stands before the worker, where there are static assets. */
  private @Nullable AssetRouter assetRouter() {
    var settings = config.assets();
    return settings.isEmpty()
        ? null
        : new AssetRouter(
            new StaticAssets(settings.get()),
            flags(options, config).isOn("assets_navigation_prefers_asset_serving"));
  }

  private void consumeQueues() {
    for (var consumer : config.queueConsumers()) {
      QueueBroker.of(consumer.queue(), clock, surroundings.kept())
          .consume(consumer, worker::queue, text -> log.message(ProjectLog.Level.INFO, text));
    }
  }

  /** What {@code env} holds, by the configuration in force. */
  public synchronized Bindings bindings() {
    var current = bindings;
    if (current == null) {
      current =
          WorkerBindings.of(
              new BindingSite(config, state, clock, surroundings.kept()),
              localVars.values(),
              options.vars(),
              namespaces.all(),
              surroundings.workers());
      bindings = current;
    }
    return current;
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

  private void await(CompletableFuture<Void> loading)
      throws ProjectException, InterruptedException {
    try {
      loading.get(LOAD_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new ProjectException(
          "The Worker's code fails while it is loaded: "
              + scriptLog.describe(ScriptFailure.of(e.getCause() == null ? e : e.getCause())),
          e);
    } catch (TimeoutException e) {
      throw new ProjectException(
          "The Worker's code was not loaded within "
              + LOAD_SECONDS
              + " seconds: does it await something at its top level?",
          e);
    }
  }

  /** Brings a request to the worker, as if it had come from outside. */
  public CompletableFuture<ResponseMessage> fetch(RequestMessage request) {
    var first = assets;
    return new LocalRoutes(worker, clock)
        .answer(request)
        .orElseGet(
            () -> first == null ? worker.fetch(request) : first.fetch(request, worker::fetch));
  }

  /** A failure of {@link #fetch}, as the user shall see it. */
  public String describe(Throwable failure) {
    return scriptLog.describe(ScriptFailure.of(failure));
  }

  /** Where its data is. */
  Path state() {
    return state;
  }

  /** The worker, for those that are bound to it. */
  Worker worker() {
    return worker;
  }

  /** The worker's name. */
  public String name() {
    return worker.name();
  }

  /** Where the configuration is. */
  public Path directory() {
    return config.directory();
  }

  /** The configuration in force. */
  public synchronized EffectiveConfig config() {
    return config;
  }

  /** The bundle in force. */
  public synchronized Bundle bundle() {
    if (bundle == null) {
      throw new IllegalStateException("The project is not built");
    }
    return bundle;
  }

  /** The version in force; after {@link #prepare} the one that {@link #start} will run. */
  public synchronized WorkerVersion version() {
    if (version == null) {
      throw new IllegalStateException("The project is not built");
    }
    return version;
  }

  /** The files whose change is worth a {@link #rebuild}. */
  public synchronized Set<Path> watched() {
    var watched = new LinkedHashSet<>(bundler.watched());
    watched.add(config.configFile());
    watched.addAll(localVars.candidates());
    config.build().ifPresent(build -> watched.addAll(build.watchDirs()));
    return watched;
  }

  /** The engine of all its isolates. */
  public ScriptEngine engine() {
    return surroundings.engine().join();
  }

  /** Its namespaces, by class name. */
  public Map<String, Namespace> namespaces() {
    return namespaces.all();
  }

  /** The namespaces with their storage, for this package's control of them. */
  Namespaces stored() {
    return namespaces;
  }

  /** Ends everything; what was committed stays on disk. */
  @Override
  public void close() {
    end();
    if (ownsSurroundings) {
      surroundings.close();
    }
    closeStorage();
  }

  /** Ends it before it was given to anybody. */
  private void closeAlone() {
    end();
    closeStorage();
  }

  /** Stops all its code. */
  void end() {
    namespaces.close();
    worker.close();
    awaitIsolates();
    bundler.close();
    network.close();
  }

  /** Closes its files, when the engine is gone. */
  void closeStorage() {
    namespaces.closeStorage();
  }

  private void awaitIsolates() {
    try {
      if (!listeners.awaitNoIsolates(CLOSE_MILLIS)) {
        log.message(ProjectLog.Level.WARN, "Not all isolates have ended in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
