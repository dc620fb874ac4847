package dev.durascope.runtime.project;

import dev.durascope.runtime.durable.Hibernation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to run and how; an absent part means wrangler's default. Made by {@link #of} and changed by
 * the methods that begin with {@code with}.
 *
 * @param target the project's directory, or its entry file
 * @param config the configuration file, where it is not to be looked for
 * @param environment the environment in the configuration
 * @param host the address to listen on
 * @param port the port to listen on, 0 for any
 * @param persistTo the folder of all local state, in place of {@code .wrangler/state}
 * @param storage where the objects keep what they store, in place of what the configuration says
 * @param hibernation when objects leave the memory
 * @param objects classes that are bound beside those of the configuration, by their bindings' names
 * @param vars values that go before those of the configuration
 * @param envFiles files of values in place of {@code .dev.vars} and {@code .env}, relative to the
 *     configuration
 * @param compatibilityDate in place of the configuration's
 * @param testScheduled whether {@code /__scheduled} runs a schedule
 * @param consent who is asked before data goes that the configuration deletes
 * @param ownIsolates how many live objects have isolates of their own; more of them share some
 * @param mapsInCode whether scripts carry their source maps, for debuggers that read scripts only
 */
public record ProjectOptions(
    Path target,
    Optional<Path> config,
    Optional<String> environment,
    String host,
    int port,
    Optional<Path> persistTo,
    Optional<ObjectStorage> storage,
    Hibernation hibernation,
    Map<String, String> objects,
    Map<String, String> vars,
    List<String> envFiles,
    Optional<String> compatibilityDate,
    boolean testScheduled,
    DeletionConsent consent,
    int ownIsolates,
    boolean mapsInCode) {
  /**
   * So many live objects have an isolate of their own, and with it a thread in the debugger. More
   * than a person looks at side by side; each costs half a MiB and some 30 ms.
   */
  public static final int OWN_ISOLATES = 64;

  /** Wrangler's port. */
  public static final int DEFAULT_PORT = 8787;

  /** Only this machine. */
  public static final String DEFAULT_HOST = "127.0.0.1";

  public ProjectOptions {
    objects = Map.copyOf(objects);
    vars = Map.copyOf(vars);
    envFiles = List.copyOf(envFiles);
  }

  /** The project in a directory, all else as wrangler has it, on any free port. */
  public static ProjectOptions of(Path target) {
    return new ProjectOptions(
        target,
        Optional.empty(),
        Optional.empty(),
        DEFAULT_HOST,
        0,
        Optional.empty(),
        Optional.empty(),
        Hibernation.WHEN_IDLE,
        Map.of(),
        Map.of(),
        List.of(),
        Optional.empty(),
        false,
        DeletionConsent.TO_NOTHING,
        OWN_ISOLATES,
        false);
  }

  /** The same with {@code /__scheduled} to run a schedule, or without. */
  public ProjectOptions withTestScheduled(boolean testScheduled) {
    return new ProjectOptions(
        target,
        config,
        environment,
        host,
        port,
        persistTo,
        storage,
        hibernation,
        objects,
        vars,
        envFiles,
        compatibilityDate,
        testScheduled,
        consent,
        ownIsolates,
        mapsInCode);
  }

  /** The same with another project, or another entry. */
  public ProjectOptions withTarget(Path target) {
    return new ProjectOptions(
        target,
        config,
        environment,
        host,
        port,
        persistTo,
        storage,
        hibernation,
        objects,
        vars,
        envFiles,
        compatibilityDate,
        testScheduled,
        consent,
        ownIsolates,
        mapsInCode);
  }

  /** The same with this configuration file. */
  public ProjectOptions withConfig(Optional<Path> config) {
    return new ProjectOptions(
        target,
        config,
        environment,
        host,
        port,
        persistTo,
        storage,
        hibernation,
        objects,
        vars,
        envFiles,
        compatibilityDate,
        testScheduled,
        consent,
        ownIsolates,
        mapsInCode);
  }

  /** The same with an environment of the configuration. */
  public ProjectOptions withEnvironment(Optional<String> environment) {
    return new ProjectOptions(
        target,
        config,
        environment,
        host,
        port,
        persistTo,
        storage,
        hibernation,
        objects,
        vars,
        envFiles,
        compatibilityDate,
        testScheduled,
        consent,
        ownIsolates,
        mapsInCode);
  }

  /** The same with another address. */
  public ProjectOptions withHost(String host) {
    return new ProjectOptions(
        target,
        config,
        environment,
        host,
        port,
        persistTo,
        storage,
        hibernation,
        objects,
        vars,
        envFiles,
        compatibilityDate,
        testScheduled,
        consent,
        ownIsolates,
        mapsInCode);
  }

  /** The same with another port. */
  public ProjectOptions withPort(int port) {
    return new ProjectOptions(
        target,
        config,
        environment,
        host,
        port,
        persistTo,
        storage,
        hibernation,
        objects,
        vars,
        envFiles,
        compatibilityDate,
        testScheduled,
        consent,
        ownIsolates,
        mapsInCode);
  }

  /** The same with another folder of local state. */
  public ProjectOptions withPersistTo(Optional<Path> persistTo) {
    return new ProjectOptions(
        target,
        config,
        environment,
        host,
        port,
        persistTo,
        storage,
        hibernation,
        objects,
        vars,
        envFiles,
        compatibilityDate,
        testScheduled,
        consent,
        ownIsolates,
        mapsInCode);
  }

  /** The same with the objects' storage elsewhere. */
  public ProjectOptions withStorage(Optional<ObjectStorage> storage) {
    return new ProjectOptions(
        target,
        config,
        environment,
        host,
        port,
        persistTo,
        storage,
        hibernation,
        objects,
        vars,
        envFiles,
        compatibilityDate,
        testScheduled,
        consent,
        ownIsolates,
        mapsInCode);
  }

  /** The same with another rule for when objects leave the memory. */
  public ProjectOptions withHibernation(Hibernation hibernation) {
    return new ProjectOptions(
        target,
        config,
        environment,
        host,
        port,
        persistTo,
        storage,
        hibernation,
        objects,
        vars,
        envFiles,
        compatibilityDate,
        testScheduled,
        consent,
        ownIsolates,
        mapsInCode);
  }

  /** The same with these classes bound. */
  public ProjectOptions withObjects(Map<String, String> objects) {
    return new ProjectOptions(
        target,
        config,
        environment,
        host,
        port,
        persistTo,
        storage,
        hibernation,
        objects,
        vars,
        envFiles,
        compatibilityDate,
        testScheduled,
        consent,
        ownIsolates,
        mapsInCode);
  }

  /** The same with these values. */
  public ProjectOptions withVars(Map<String, String> vars) {
    return new ProjectOptions(
        target,
        config,
        environment,
        host,
        port,
        persistTo,
        storage,
        hibernation,
        objects,
        vars,
        envFiles,
        compatibilityDate,
        testScheduled,
        consent,
        ownIsolates,
        mapsInCode);
  }

  /** The same with these files of values. */
  public ProjectOptions withEnvFiles(List<String> envFiles) {
    return new ProjectOptions(
        target,
        config,
        environment,
        host,
        port,
        persistTo,
        storage,
        hibernation,
        objects,
        vars,
        envFiles,
        compatibilityDate,
        testScheduled,
        consent,
        ownIsolates,
        mapsInCode);
  }

  /** The same with another compatibility date. */
  public ProjectOptions withCompatibilityDate(Optional<String> compatibilityDate) {
    return new ProjectOptions(
        target,
        config,
        environment,
        host,
        port,
        persistTo,
        storage,
        hibernation,
        objects,
        vars,
        envFiles,
        compatibilityDate,
        testScheduled,
        consent,
        ownIsolates,
        mapsInCode);
  }

  /** The same with somebody who is asked before data is deleted. */
  public ProjectOptions withConsent(DeletionConsent consent) {
    return new ProjectOptions(
        target,
        config,
        environment,
        host,
        port,
        persistTo,
        storage,
        hibernation,
        objects,
        vars,
        envFiles,
        compatibilityDate,
        testScheduled,
        consent,
        ownIsolates,
        mapsInCode);
  }

  /** The same with so many objects at most that have isolates of their own. */
  public ProjectOptions withOwnIsolates(int ownIsolates) {
    return new ProjectOptions(
        target,
        config,
        environment,
        host,
        port,
        persistTo,
        storage,
        hibernation,
        objects,
        vars,
        envFiles,
        compatibilityDate,
        testScheduled,
        consent,
        ownIsolates,
        mapsInCode);
  }

  /** The same with source maps in the scripts. */
  public ProjectOptions withMapsInCode(boolean mapsInCode) {
    return new ProjectOptions(
        target,
        config,
        environment,
        host,
        port,
        persistTo,
        storage,
        hibernation,
        objects,
        vars,
        envFiles,
        compatibilityDate,
        testScheduled,
        consent,
        ownIsolates,
        mapsInCode);
  }
}
