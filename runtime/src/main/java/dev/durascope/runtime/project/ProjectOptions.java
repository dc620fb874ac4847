package dev.durascope.runtime.project;

import dev.durascope.runtime.durable.Hibernation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

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
    return with(changed -> changed.testScheduled = testScheduled);
  }

  /** The same with another project, or another entry. */
  public ProjectOptions withTarget(Path target) {
    return with(changed -> changed.target = target);
  }

  /** The same with this configuration file. */
  public ProjectOptions withConfig(Optional<Path> config) {
    return with(changed -> changed.config = config);
  }

  /** The same with an environment of the configuration. */
  public ProjectOptions withEnvironment(Optional<String> environment) {
    return with(changed -> changed.environment = environment);
  }

  /** The same with another address. */
  public ProjectOptions withHost(String host) {
    return with(changed -> changed.host = host);
  }

  /** The same with another port. */
  public ProjectOptions withPort(int port) {
    return with(changed -> changed.port = port);
  }

  /** The same with another folder of local state. */
  public ProjectOptions withPersistTo(Optional<Path> persistTo) {
    return with(changed -> changed.persistTo = persistTo);
  }

  /** The same with the objects' storage elsewhere. */
  public ProjectOptions withStorage(Optional<ObjectStorage> storage) {
    return with(changed -> changed.storage = storage);
  }

  /** The same with another rule for when objects leave the memory. */
  public ProjectOptions withHibernation(Hibernation hibernation) {
    return with(changed -> changed.hibernation = hibernation);
  }

  /** The same with these classes bound. */
  public ProjectOptions withObjects(Map<String, String> objects) {
    return with(changed -> changed.objects = objects);
  }

  /** The same with these values. */
  public ProjectOptions withVars(Map<String, String> vars) {
    return with(changed -> changed.vars = vars);
  }

  /** The same with these files of values. */
  public ProjectOptions withEnvFiles(List<String> envFiles) {
    return with(changed -> changed.envFiles = envFiles);
  }

  /** The same with another compatibility date. */
  public ProjectOptions withCompatibilityDate(Optional<String> compatibilityDate) {
    return with(changed -> changed.compatibilityDate = compatibilityDate);
  }

  /** The same with somebody who is asked before data is deleted. */
  public ProjectOptions withConsent(DeletionConsent consent) {
    return with(changed -> changed.consent = consent);
  }

  /** The same with so many objects at most that have isolates of their own. */
  public ProjectOptions withOwnIsolates(int ownIsolates) {
    return with(changed -> changed.ownIsolates = ownIsolates);
  }

  /** The same with source maps in the scripts. */
  public ProjectOptions withMapsInCode(boolean mapsInCode) {
    return with(changed -> changed.mapsInCode = mapsInCode);
  }

  private ProjectOptions with(Consumer<Draft> change) {
    var draft = new Draft(this);
    change.accept(draft);
    return draft.done();
  }

  /** The options while they are changed: the one place that knows them in their order. */
  private static final class Draft {
    private Path target;
    private Optional<Path> config;
    private Optional<String> environment;
    private String host;
    private int port;
    private Optional<Path> persistTo;
    private Optional<ObjectStorage> storage;
    private Hibernation hibernation;
    private Map<String, String> objects;
    private Map<String, String> vars;
    private List<String> envFiles;
    private Optional<String> compatibilityDate;
    private boolean testScheduled;
    private DeletionConsent consent;
    private int ownIsolates;
    private boolean mapsInCode;

    Draft(ProjectOptions old) {
      target = old.target;
      config = old.config;
      environment = old.environment;
      host = old.host;
      port = old.port;
      persistTo = old.persistTo;
      storage = old.storage;
      hibernation = old.hibernation;
      objects = old.objects;
      vars = old.vars;
      envFiles = old.envFiles;
      compatibilityDate = old.compatibilityDate;
      testScheduled = old.testScheduled;
      consent = old.consent;
      ownIsolates = old.ownIsolates;
      mapsInCode = old.mapsInCode;
    }

    ProjectOptions done() {
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
}
