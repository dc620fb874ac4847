package dev.durascope.runtime.state;

import dev.durascope.model.compatibility.EnabledFlags;
import dev.durascope.model.config.ConfigFiles;
import dev.durascope.model.config.EffectiveConfig;
import dev.durascope.model.config.WranglerConfig;
import dev.durascope.runtime.control.ControlFile;
import dev.durascope.runtime.durable.DurableObjectIds;
import dev.durascope.runtime.lifecycle.LifecycleException;
import dev.durascope.runtime.lifecycle.LocalLifecycle;
import dev.durascope.runtime.storage.StateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The state of one project: where it is, whose it is, and whether a process uses it.
 *
 * <p>A configuration helps, but none is needed: what a folder of state holds says itself.
 *
 * @param folder where the files are
 * @param config the configuration, where there is one
 * @param running the process that runs the project on this state, if there is one
 */
public record ProjectState(
    StateFolder folder, Optional<EffectiveConfig> config, Optional<ControlFile.Running> running) {
  private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{64}");

  /** Among so many objects a mistyped name is looked for. */
  private static final int MAX_GUESSED_OBJECTS = 1_000;

  /**
   * Finds the state.
   *
   * @throws StateException if there is neither a configuration nor a folder of state
   */
  public static ProjectState locate(StateOptions options) throws StateException {
    var config = config(options);
    var directory = config.map(EffectiveConfig::directory).orElse(options.directory());
    var persist =
        options
            .persistTo()
            .orElse(directory.resolve(".wrangler/state"))
            .toAbsolutePath()
            .normalize();
    if (config.isEmpty() && !Files.isDirectory(persist)) {
      throw new StateException(
          options.persistTo().isPresent()
              ? "there is no folder " + persist
              : "there is no wrangler.json, wrangler.jsonc or wrangler.toml in "
                  + options.directory()
                  + " or above it, and no .wrangler/state in it. Name the project with --cwd, or"
                  + " its state with --persist-to.");
    }
    try {
      var running =
          ControlFile.find(directory)
              .filter(process -> process.state().normalize().equals(persist));
      return new ProjectState(new StateFolder(persist), config, running);
    } catch (IOException e) {
      throw new StateException("it cannot be told whether the project runs: " + e, e);
    }
  }

  private static Optional<EffectiveConfig> config(StateOptions options) throws StateException {
    var file = options.config();
    for (var at = options.directory(); file.isEmpty() && at != null; at = at.getParent()) {
      file = ConfigFiles.find(at);
    }
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(WranglerConfig.read(file.get()).effective(options.environment()));
    } catch (IOException e) {
      throw new StateException("the configuration " + file.get() + " cannot be read: " + e, e);
    }
  }

  /** The way to the objects. */
  public ObjectAccess objects() {
    return running
        .<ObjectAccess>map(process -> new RunningAccess(new ControlClient(process), folder))
        .orElseGet(() -> new FileAccess(this));
  }

  /**
   * Refuses what replaces whole files, while a process uses them.
   *
   * @param what is to be done, as "be reset"
   */
  public void requireStopped(String what) throws StateException {
    if (running.isPresent()) {
      throw new StateException(
          "process "
              + running.get().pid()
              + " runs the project, so its state cannot "
              + what
              + ". End it first.");
    }
  }

  /** Whether errors are stored with all their properties. */
  public boolean hasEnhancedErrors() {
    return config.isPresent()
        && EnabledFlags.of(config.get().compatibilityDate(), config.get().compatibilityFlags())
            .isOn("enhanced_error_serialization");
  }

  /** The classes that the state knows, and those that the configuration has. */
  public List<StateClass> classes() throws StateException {
    var classes = new LinkedHashSet<StateClass>();
    folder.classes().forEach(each -> classes.add(StateClass.ofUniqueKey(each.uniqueKey())));
    if (objects() instanceof RunningAccess process) {
      classes.addAll(process.classes());
    }
    classes.addAll(configured());
    var sorted = new ArrayList<>(classes);
    sorted.sort((a, b) -> a.uniqueKey().compareTo(b.uniqueKey()));
    return sorted;
  }

  private List<StateClass> configured() {
    return config
        .map(
            it ->
                Stream.of(
                        it.sqliteClasses().stream(),
                        it.kvClasses().stream(),
                        it.durableObjects().stream()
                            .filter(binding -> binding.scriptName().isEmpty())
                            .map(EffectiveConfig.DurableObjectBinding::className))
                    .flatMap(names -> names)
                    .distinct()
                    .map(name -> new StateClass(it.workerName(), name))
                    .toList())
        .orElse(List.of());
  }

  /** Whether the configuration says that the class's objects have SQL; nothing if it is silent. */
  public Optional<Boolean> hasSql(StateClass type) {
    return config
        .filter(it -> it.workerName().equals(type.worker()))
        .flatMap(
            it ->
                it.sqliteClasses().contains(type.className())
                    ? Optional.of(true)
                    : it.kvClasses().contains(type.className())
                        ? Optional.of(false)
                        : Optional.empty());
  }

  /**
   * The class that a word names: {@code ChatRoom}, or with the worker's name before it, as its
   * folder is called, {@code chat-ChatRoom}.
   *
   * @throws StateException if there is none, or several
   */
  public StateClass type(String word) throws StateException {
    var all = classes();
    var exact = all.stream().filter(each -> each.uniqueKey().equals(word)).findFirst();
    if (exact.isPresent()) {
      return exact.get();
    }
    var named = all.stream().filter(each -> each.className().equals(word)).toList();
    if (named.size() > 1) {
      var own =
          named.stream()
              .filter(each -> config.isPresent() && config.get().workerName().equals(each.worker()))
              .findFirst();
      if (own.isPresent()) {
        return own.get();
      }
      throw new StateException(
          "several workers have a class "
              + word
              + ". Name one of "
              + String.join(", ", named.stream().map(StateClass::uniqueKey).toList())
              + ".");
    }
    if (named.isEmpty()) {
      var names = all.stream().map(StateClass::className).distinct().toList();
      throw StateException.unknown(
          "there is no class "
              + word
              + " in "
              + folder.persist()
              + (names.isEmpty() ? ", which is empty" : ", which has " + String.join(", ", names)),
          word,
          names);
    }
    return named.getFirst();
  }

  /** The ids of a class, which keep the name that the class was born with. */
  private DurableObjectIds ids(StateClass type) throws StateException {
    try {
      var key =
          LocalLifecycle.recordedIdKey(folder.persist(), type.worker(), type.className())
              .orElse(type.uniqueKey());
      return new DurableObjectIds(key, new SecureRandom());
    } catch (LifecycleException e) {
      throw new StateException(String.valueOf(e.getMessage()), e);
    }
  }

  /** The id that an object of this name has. */
  public String idOfName(StateClass type, String name) throws StateException {
    return ids(type).fromName(name).hex();
  }

  /** Whether an object of the class can have this id. */
  boolean accepts(StateClass type, String id) throws StateException {
    try {
      var _ = ids(type).fromString(id);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * The object that a word names: its name, or the 64 digits of its id. It need not exist.
   *
   * @throws StateException if the digits are no id of the class
   */
  public StateObject object(StateClass type, String word) throws StateException {
    if (!ID.matcher(word).matches()) {
      return new StateObject(type, idOfName(type, word), word);
    }
    try {
      return new StateObject(type, ids(type).fromString(word).hex(), null);
    } catch (IllegalArgumentException e) {
      throw new StateException(
          word + " is no id of an object of " + type.uniqueKey() + ": " + e.getMessage(), e);
    }
  }

  /**
   * The same of an object that exists.
   *
   * @throws StateException if it does not
   */
  public StateObject existing(StateClass type, String word) throws StateException {
    var object = object(type, word);
    var objects = objects();
    if (!objects.exists(object)) {
      var files = folder.ofClass(type.uniqueKey());
      var names = new ArrayList<String>();
      if (object.name() != null && files.objectIds().size() <= MAX_GUESSED_OBJECTS) {
        objects.objects(
            type,
            row -> {
              if (row.name() != null) {
                names.add(row.name());
              }
            });
      }
      throw StateException.unknown(
          "there is no object " + object + " in " + folder.persist(), word, names);
    }
    return object;
  }
}
