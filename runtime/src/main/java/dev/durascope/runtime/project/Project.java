package dev.durascope.runtime.project;

import dev.durascope.model.config.EffectiveConfig;
import dev.durascope.runtime.binding.BindingSite;
import dev.durascope.runtime.binding.assets.StaticAssets;
import dev.durascope.runtime.binding.queue.QueueBroker;
import dev.durascope.runtime.bundle.Bundle;
import dev.durascope.runtime.durable.DurableClass;
import dev.durascope.runtime.durable.DurableObject;
import dev.durascope.runtime.durable.Namespace;
import dev.durascope.runtime.http.HttpNetwork;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.message.ResponseMessage;
import dev.durascope.runtime.message.ScriptFailure;
import dev.durascope.runtime.script.ScriptEngine;
import dev.durascope.runtime.storage.ObjectStore;
import dev.durascope.runtime.storage.StorageBackend;
import dev.durascope.runtime.time.Clock;
import dev.durascope.runtime.time.SystemClock;
import dev.durascope.runtime.worker.BadExport;
import dev.durascope.runtime.worker.Bindings;
import dev.durascope.runtime.worker.DebugHooks;
import dev.durascope.runtime.worker.Services;
import dev.durascope.runtime.worker.Worker;
import dev.durascope.runtime.worker.WorkerVersion;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
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

  private static final String GONE = "The class has another name now.";

  private final ProjectOptions options;
  private final ProjectLog log;
  private final ChangeFeed changes = new ChangeFeed();
  private final Clock clock;
  private final Surroundings surroundings;
  private final boolean ownsSurroundings;
  private final DebugHooks hooks = new DebugHooks();
  private final Listeners listeners;
  private final MappedScriptLog scriptLog;
  private final HttpNetwork network = new HttpNetwork();
  private final Namespaces namespaces;
  private final Path state;
  private final ObjectStorage storage;
  private final StorageBackend backend;
  private final LocalData data;
  private final Worker worker;
  private final LocalRoutes routes;
  private final Edge edge;
  private final ProjectSource source;
  private @Nullable Bindings bindings;
  private volatile @Nullable AssetRouter assets;

  private Project(
      ProjectOptions options,
      ProjectLog log,
      Surroundings surroundings,
      boolean ownsSurroundings,
      ProjectSource source,
      ObjectStorage storage,
      StorageBackend backend) {
    this.options = options;
    this.surroundings = surroundings;
    this.ownsSurroundings = ownsSurroundings;
    this.clock = surroundings.clock();
    this.log = log;
    this.source = source;
    var config = source.config();
    var stacks = new StackMapper(source.home());
    this.listeners = new Listeners(stacks);
    this.scriptLog = new MappedScriptLog(log, stacks);
    this.state = stateOf(options, source);
    this.storage = storage;
    this.backend = backend;
    this.data = new LocalData(storage, config.workerName(), log, options.consent());
    this.namespaces =
        new Namespaces(clock, definition -> backend.namespace(definition.uniqueKey()), changes);
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
                options.hibernation(),
                options.ownIsolates(),
                surroundings.workers(),
                hooks),
            namespaces::storage);
    this.edge = Edge.before(source.home(), System.getenv(), log);
    this.routes = new LocalRoutes(worker, clock, options.testScheduled());
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
    var alone = surroundings.workers().isEmpty();
    var source = ProjectSource.open(options, log, surroundings.clock(), alone);
    Project project;
    try {
      var storage =
          ChosenStorage.of(options, source.config().configFile(), stateOf(options, source));
      ChosenStorage.requireSql(storage, source);
      var backend = ChosenStorage.open(storage);
      project = new Project(options, log, surroundings, owns, source, storage, backend);
    } catch (ProjectException e) {
      source.close();
      throw e;
    }
    try {
      project.data.start(source.config(), source.bundle());
    } catch (ProjectException e) {
      project.end();
      project.closeStorage();
      throw e;
    }
    project.declareClasses();
    return project;
  }

  private static Path stateOf(ProjectOptions options, ProjectSource source) {
    return options.persistTo().orElse(source.home().resolve(".wrangler/state")).toAbsolutePath();
  }

  /** Reports to {@code listener} from now on. */
  public void listen(ProjectListener listener) {
    listeners.add(listener);
  }

  /** Where a debugger hooks in. */
  public DebugHooks hooks() {
    return hooks;
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

  /** Waits for stored alarms from now on, those of classes that have come since too. */
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
    if (!source.refresh(changed)) {
      return false;
    }
    ChosenStorage.requireSql(storage, source);
    data.follow(source.config(), source.bundle(), surroundings.workers().names(), this::release);
    await(load());
    namespaces.handSocketsOver(GONE);
    resumeAlarms();
    return true;
  }

  private void release(Set<String> classes) throws ProjectException, InterruptedException {
    for (var name : classes) {
      if (!namespaces.retire(name, GONE, CLOSE_MILLIS)) {
        throw new ProjectException(
            "Objects of " + name + " do not end, so their data cannot be moved: start again.");
      }
    }
  }

  /** Makes the namespaces of the classes that the configuration knows. */
  private void declareClasses() {
    EntryExports.classes(source.config(), bundle()).forEach(this::declare);
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
            worker.name(),
            className,
            source.config().sqliteClasses().contains(className),
            data.idKey(className)),
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
    var settings = source.config().assets();
    return settings.isEmpty()
        ? null
        : new AssetRouter(
            new StaticAssets(settings.get()),
            source.flags().isOn("assets_navigation_prefers_asset_serving"),
            ProjectConfig.isAssetsAlone(options, source.config()));
  }

  private void consumeQueues() {
    for (var consumer : source.config().queueConsumers()) {
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
              new BindingSite(source.config(), state, clock, surroundings.kept()),
              source.localVars().values(),
              options.vars(),
              namespaces.all(),
              surroundings.workers());
      bindings = current;
    }
    return current;
  }

  private void await(CompletableFuture<Void> loading)
      throws ProjectException, InterruptedException {
    try {
      loading.get(LOAD_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof BadExport bad) {
        throw new ProjectException(ExportPlace.of(source.config(), bad.name()) + bad.getMessage());
      }
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
    return edge.pass(request, this::answer);
  }

  private CompletableFuture<ResponseMessage> answer(RequestMessage request) {
    var first = assets;
    return routes
        .answer(request)
        .orElseGet(
            () -> first == null ? worker.fetch(request) : first.fetch(request, worker::fetch));
  }

  /** Runs {@code scheduled} now; a failure is told in the log. */
  void runSchedule(String cron) {
    var _ = worker.scheduled(cron, clock.millis());
  }

  /** A failure of {@link #fetch}, as the user shall see it. */
  public String describe(Throwable failure) {
    return scriptLog.describe(ScriptFailure.of(failure));
  }

  /** Where its data is. */
  Path state() {
    return state;
  }

  /** Where its objects keep what they store. */
  ObjectStorage storage() {
    return storage;
  }

  /** The worker, for those that are bound to it. */
  Worker worker() {
    return worker;
  }

  /** The worker's name. */
  public String name() {
    return worker.name();
  }

  /** The folder of the project, where the user's configuration is. */
  public Path directory() {
    return source.home();
  }

  /** The configuration in force. */
  public EffectiveConfig config() {
    return source.config();
  }

  /** The bundle in force. */
  public Bundle bundle() {
    return source.bundle();
  }

  /** The version in force; after {@link #prepare} the one that {@link #start} will run. */
  public WorkerVersion version() {
    return source.version();
  }

  /** The files whose change is worth a {@link #rebuild}. */
  public Set<Path> watched() {
    return source.watched();
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

  /**
   * Does something with the storage of an object from outside, whether it is in memory or not.
   *
   * @param object of one of {@link #namespaces}
   * @return the result once it is committed
   */
  public <T> CompletableFuture<T> visit(DurableObject object, Function<ObjectStore, T> action) {
    return worker.visit(object, action);
  }

  /**
   * The same for who changes what the object may have in its memory too: the object's next event
   * constructs it anew. What it is doing fails with {@code reason}, its hibernatable sockets stay.
   */
  <T> CompletableFuture<T> visitAndEvict(
      DurableObject object, Function<ObjectStore, T> action, ScriptFailure reason) {
    return worker.visitAndEvict(object, action, reason);
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

  /** Stops all its code. */
  void end() {
    namespaces.close();
    worker.close();
    awaitIsolates();
    source.close();
    network.close();
  }

  /** Closes its files, when the engine is gone. */
  void closeStorage() {
    namespaces.closeStorage();
    backend.close();
    data.close();
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
