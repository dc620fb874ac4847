package dev.durascope.runtime.embed;

import dev.durascope.runtime.time.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What to start, and how: immutable, changed by the methods that begin with {@code with}.
 *
 * @param source a project's folder, or a script
 * @param objects for a script: classes of Durable Objects by their bindings' names
 * @param vars values of {@code env} by their names; they go before those of the configuration
 * @param environment the environment of the configuration
 * @param persistTo the folder of all that is stored, in the layout of {@code wrangler dev}; without
 *     one it is thrown away at the end
 * @param clock the time that the worker lives by, if it is not the machine's
 * @param patience how long a call waits for its answer, and the end for running code
 * @param log hears each line that the worker prints, and what the runtime has to say
 */
public record WorkerOptions(
    Source source,
    Map<String, ObjectClass> objects,
    Map<String, String> vars,
    Optional<String> environment,
    Optional<Path> persistTo,
    Optional<ManualClock> clock,
    Duration patience,
    Consumer<String> log) {
  /** How long a call waits unless something else is said. */
  public static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(30);

  private static final System.Logger LOG = System.getLogger("dev.durascope.worker");

  /** Where the code is. */
  public sealed interface Source {
    /** A folder with a wrangler configuration. */
    record Project(Path directory) implements Source {}

    /**
     * The text of a module.
     *
     * @param compatibilityDate as in a configuration
     */
    record Script(String text, String compatibilityDate) implements Source {}
  }

  /**
   * A class that the script exports.
   *
   * @param backend what its objects store with
   */
  public record ObjectClass(String className, Backend backend) {}

  /** What the objects of a class store with. */
  public enum Backend {
    /** Keys and SQL, as {@code new_sqlite_classes} gives them. */
    SQLITE,
    /** Keys only, as {@code new_classes} gives them. */
    KEY_VALUE
  }

  public WorkerOptions {
    objects = Map.copyOf(objects);
    vars = Map.copyOf(vars);
  }

  /** The project in a folder: its configuration, its bindings, its code bundled. */
  public static WorkerOptions project(Path directory) {
    return of(new Source.Project(directory));
  }

  /**
   * A script that is a module: an ES module which may import {@code cloudflare:workers}. Its
   * classes are bound by {@link #withObject}.
   */
  public static WorkerOptions script(String text) {
    return of(new Source.Script(text, "2026-11-01"));
  }

  private static WorkerOptions of(Source source) {
    return new WorkerOptions(
        source,
        Map.of(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        DEFAULT_PATIENCE,
        line -> LOG.log(System.Logger.Level.INFO, line));
  }

  /** Binds a class of the script, whose objects have keys and SQL. */
  public WorkerOptions withObject(String binding, String className) {
    return withObject(binding, new ObjectClass(className, Backend.SQLITE));
  }

  /** Binds a class of the script, whose objects have keys only, as those made before 2025 do. */
  public WorkerOptions withKeyValueObject(String binding, String className) {
    return withObject(binding, new ObjectClass(className, Backend.KEY_VALUE));
  }

  private WorkerOptions withObject(String binding, ObjectClass objectClass) {
    if (source instanceof Source.Project) {
      throw new IllegalArgumentException("A project's configuration binds its classes.");
    }
    return new WorkerOptions(
        source,
        with(objects, binding, objectClass),
        vars,
        environment,
        persistTo,
        clock,
        patience,
        log);
  }

  /** The same with a value in {@code env}. */
  public WorkerOptions withVar(String name, String value) {
    return new WorkerOptions(
        source, objects, with(vars, name, value), environment, persistTo, clock, patience, log);
  }

  /** The same with an environment of the project's configuration. */
  public WorkerOptions withEnvironment(String name) {
    return new WorkerOptions(
        source, objects, vars, Optional.of(name), persistTo, clock, patience, log);
  }

  /** The same with what is stored kept in a folder, or found there. */
  public WorkerOptions persistedTo(Path directory) {
    return new WorkerOptions(
        source, objects, vars, environment, Optional.of(directory), clock, patience, log);
  }

  /** The same by a clock that stands still until somebody moves it on. */
  public WorkerOptions withClock(ManualClock manual) {
    return new WorkerOptions(
        source, objects, vars, environment, persistTo, Optional.of(manual), patience, log);
  }

  /** The same with more or less time for each answer. */
  public WorkerOptions withPatience(Duration atMost) {
    return new WorkerOptions(source, objects, vars, environment, persistTo, clock, atMost, log);
  }

  /** The same with each line of its log told to {@code listener}, on any thread. */
  public WorkerOptions withLog(Consumer<String> listener) {
    return new WorkerOptions(
        source, objects, vars, environment, persistTo, clock, patience, listener);
  }

  private static <T> Map<String, T> with(Map<String, T> map, String name, T value) {
    var more = new LinkedHashMap<>(map);
    more.put(name, value);
    return Map.copyOf(more);
  }
}
