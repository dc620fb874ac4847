package dev.durascope.model.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a run of a project needs to know from its configuration, for one environment: plain values,
 * no places, all paths absolute.
 *
 * <p>It is always made, also from a broken text; {@code problems} then says what is missing from it
 * and why, and whoever runs the project decides whether to go on.
 *
 * @param name the Worker's name, where the configuration has one; see {@link #workerName}
 * @param main the entry module; it need not exist
 * @param vars plain Java values: String, Long, Double, Boolean, Map, List, null
 * @param rules the configuration's own module rules, without wrangler's defaults
 * @param define replacements of identifiers, as expressions
 * @param sqliteClasses classes alive after the whole history, with SQLite storage
 * @param kvClasses classes alive after the whole history, with key-value storage
 * @param classHistory how those classes came to be
 * @param cpuMillis {@code limits.cpu_ms}
 * @param subrequests {@code limits.subrequests}
 * @param requiredSecrets the names under {@code secrets.required}, where there is {@code secrets}
 * @param crons when {@code scheduled} is to run
 * @param otherBindings bindings to things other than Durable Objects and vars, in wrangler's order
 *     of kinds
 * @param bundling how the entry becomes modules
 * @param containers the images of the classes whose objects have a container, by class
 */
public record EffectiveConfig(
    Path configFile,
    Optional<String> environment,
    Optional<String> name,
    Optional<Path> main,
    Optional<String> compatibilityDate,
    List<String> compatibilityFlags,
    List<DurableObjectBinding> durableObjects,
    Map<String, @Nullable Object> vars,
    List<Rule> rules,
    Map<String, String> alias,
    Map<String, String> define,
    Set<String> sqliteClasses,
    Set<String> kvClasses,
    ClassHistory classHistory,
    Optional<BuildCommand> build,
    Bundling bundling,
    Optional<Path> tsconfig,
    Optional<Long> cpuMillis,
    Optional<Long> subrequests,
    List<OtherBinding> otherBindings,
    Optional<List<String>> requiredSecrets,
    List<String> crons,
    List<QueueConsumer> queueConsumers,
    Optional<Assets> assets,
    Map<String, String> containers,
    List<ConfigProblem> problems) {

  /**
   * One Durable Object namespace in {@code env}.
   *
   * @param scriptName the Worker that has the class, where it is not this one
   */
  public record DurableObjectBinding(String name, String className, Optional<String> scriptName) {}

  /**
   * How a module that is not JavaScript is imported.
   *
   * @param type as written: {@code Text}, {@code Data}, {@code CompiledWasm}, {@code ESModule} …
   * @param fallthrough whether later rules of the same type still apply
   */
  public record Rule(String type, List<String> globs, boolean fallthrough) {

    public Rule {
      globs = List.copyOf(globs);
    }
  }

  /**
   * How the entry becomes the modules that run.
   *
   * @param noBundle whether each module stays as it is written
   * @param findAdditionalModules whether the files that the rules match are modules, imported or
   *     not
   * @param baseDir where those are looked for and named from; the entry's directory by default
   * @param preserveFileNames whether imported files keep their names
   * @param jsxFactory in place of {@code React.createElement}
   * @param jsxFragment in place of {@code React.Fragment}
   * @param isPages whether the project is one of Cloudflare Pages
   */
  public record Bundling(
      boolean noBundle,
      boolean findAdditionalModules,
      Optional<Path> baseDir,
      boolean preserveFileNames,
      boolean minify,
      boolean keepNames,
      Optional<String> jsxFactory,
      Optional<String> jsxFragment,
      boolean isPages) {}

  /** A command that makes the entry module; it runs in a shell. */
  public record BuildCommand(String command, Path cwd, List<Path> watchDirs) {

    public BuildCommand {
      watchDirs = List.copyOf(watchDirs);
    }
  }

  /**
   * A binding of a kind that is read but not interpreted here: who simulates it knows its keys.
   *
   * @param kind the configuration's key: {@code kv_namespaces}, {@code queues.producers} …
   * @param name the name in {@code env}
   * @param settings the whole table as plain Java values, as {@code vars} are
   */
  public record OtherBinding(String kind, String name, Map<String, @Nullable Object> settings) {

    public OtherBinding {
      settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** The string at {@code key}; empty where there is none. */
    public Optional<String> string(String key) {
      return settings.get(key) instanceof String text ? Optional.of(text) : Optional.empty();
    }
  }

  /**
   * A queue whose messages this Worker handles; what is absent is the platform's default.
   *
   * @param maxBatchTimeout in seconds
   * @param deadLetterQueue where messages go that were retried too often
   * @param retryDelay in seconds
   */
  public record QueueConsumer(
      String queue,
      Optional<Long> maxBatchSize,
      Optional<Long> maxBatchTimeout,
      Optional<Long> maxRetries,
      Optional<String> deadLetterQueue,
      Optional<Long> retryDelay) {}

  /**
   * Files that are served as they are.
   *
   * @param binding the name in {@code env}
   * @param runWorkerFirst the paths at which the Worker answers before the files do, as patterns;
   *     {@code /*} for all
   */
  public record Assets(
      Path directory,
      Optional<String> binding,
      Optional<String> htmlHandling,
      Optional<String> notFoundHandling,
      List<String> runWorkerFirst) {

    public Assets {
      runWorkerFirst = List.copyOf(runWorkerFirst);
    }
  }

  public EffectiveConfig {
    compatibilityFlags = List.copyOf(compatibilityFlags);
    durableObjects = List.copyOf(durableObjects);
    rules = List.copyOf(rules);
    alias = Map.copyOf(alias);
    define = Map.copyOf(define);
    sqliteClasses = Set.copyOf(sqliteClasses);
    kvClasses = Set.copyOf(kvClasses);
    otherBindings = List.copyOf(otherBindings);
    requiredSecrets = requiredSecrets.map(List::copyOf);
    crons = List.copyOf(crons);
    queueConsumers = List.copyOf(queueConsumers);
    containers = Collections.unmodifiableMap(new LinkedHashMap<>(containers));
    problems = List.copyOf(problems);
  }

  static EffectiveConfig of(WranglerConfig config, Optional<String> environment) {
    return new Projection(config, environment).project();
  }

  /** The same with more classes of the Worker bound, by the bindings' names. */
  public EffectiveConfig binding(Map<String, String> classes) {
    if (classes.isEmpty()) {
      return this;
    }
    var bindings = new ArrayList<>(durableObjects);
    bindings.removeIf(binding -> classes.containsKey(binding.name()));
    classes.forEach(
        (binding, className) ->
            bindings.add(new DurableObjectBinding(binding, className, Optional.empty())));
    return new EffectiveConfig(
        configFile,
        environment,
        name,
        main,
        compatibilityDate,
        compatibilityFlags,
        bindings,
        vars,
        rules,
        alias,
        define,
        sqliteClasses,
        kvClasses,
        classHistory,
        build,
        bundling,
        tsconfig,
        cpuMillis,
        subrequests,
        otherBindings,
        requiredSecrets,
        crons,
        queueConsumers,
        assets,
        containers,
        problems);
  }

  /** The directory of the configuration file. */
  public Path directory() {
    var parent = configFile.getParent();
    return parent == null ? configFile : parent;
  }

  /**
   * The Worker's name: the configured one, else the directory's made fit for a name, with the
   * environment behind it.
   */
  public String workerName() {
    var unnamed = WorkerName.ofDirectory(directory());
    return name.orElse(environment.map(suffix -> unnamed + "-" + suffix).orElse(unnamed));
  }
}
