package dev.durascope.runtime.project;

import dev.durascope.model.config.EffectiveConfig;
import dev.durascope.runtime.bundle.Bundle;
import dev.durascope.runtime.lifecycle.ClassFacts;
import dev.durascope.runtime.lifecycle.Deletion;
import dev.durascope.runtime.lifecycle.LifecycleException;
import dev.durascope.runtime.lifecycle.LocalLifecycle;
import dev.durascope.runtime.lifecycle.Outlook;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A worker's data on disk, which follows the configuration: whenever that is read, its migrations,
 * or its {@code exports}, are applied as a deployment would apply them. A worker without classes
 * touches nothing, nor does one whose objects are not stored in files.
 */
final class LocalData implements AutoCloseable {
  /** Takes objects out of memory, and closes their files, before their folder moves. */
  interface Release {
    void release(Set<String> classes) throws ProjectException, InterruptedException;
  }

  private final Optional<Path> folder;
  private final String worker;
  private final ProjectLog log;
  private final DeletionConsent consent;
  private @Nullable LocalLifecycle lifecycle;
  private Map<String, String> idKeys = Map.of();

  LocalData(ObjectStorage storage, String worker, ProjectLog log, DeletionConsent consent) {
    this.folder =
        switch (storage) {
          case ObjectStorage.Files(var objects) -> Optional.of(objects);
          case ObjectStorage.Memory() -> Optional.empty();
          case ObjectStorage.Redis(var address) -> Optional.empty();
        };
    this.worker = worker;
    this.log = log;
    this.consent = consent;
  }

  /**
   * Takes the data for this process and brings it to the configuration; nothing runs yet.
   *
   * @throws ProjectException if another process has it, or the user has to agree to something first
   */
  void start(EffectiveConfig config, Bundle bundle) throws ProjectException {
    var facts = ClassFacts.of(config, Set.copyOf(bundle.exports()));
    if (folder.isEmpty() || isWithoutClasses(facts)) {
      return;
    }
    try {
      var opened = open();
      for (var name : facts.live()) {
        opened.requireUnused(name);
      }
      var outlook = opened.look(facts);
      if (!outlook.deletions().isEmpty() && consent.to(outlook.deletions())) {
        outlook = opened.lookWithDeletions(facts);
      }
      requireNoRefusal(outlook);
      apply(opened, outlook);
    } catch (LifecycleException e) {
      throw new ProjectException(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Brings the data to a configuration that was saved while the worker runs. Nobody is asked
   * meanwhile, so nothing is deleted.
   *
   * @param running the workers of this process
   * @throws ProjectException if that is not possible now; the worker goes on as it was
   */
  void follow(EffectiveConfig config, Bundle bundle, Set<String> running, Release release)
      throws ProjectException, InterruptedException {
    var facts = ClassFacts.of(config, Set.copyOf(bundle.exports()));
    if (folder.isEmpty() || (lifecycle == null && isWithoutClasses(facts))) {
      return;
    }
    try {
      var opened = open();
      var outlook = opened.look(facts);
      requireNoRefusal(outlook);
      for (var other : outlook.otherWorkers()) {
        if (running.contains(other)) {
          throw new ProjectException(
              "Objects of worker \""
                  + other
                  + "\", which runs in this process, are to come here: start again for that.");
        }
      }
      if (outlook.movesFolders()) {
        release.release(outlook.movedClasses());
      }
      apply(opened, outlook);
    } catch (LifecycleException e) {
      throw new ProjectException(String.valueOf(e.getMessage()), e);
    }
  }

  private static boolean isWithoutClasses(ClassFacts facts) {
    return facts.live().isEmpty() && facts.history().steps().isEmpty();
  }

  private LocalLifecycle open() throws LifecycleException {
    var opened = lifecycle;
    if (opened == null) {
      opened = LocalLifecycle.open(folder.orElseThrow(), worker);
      lifecycle = opened;
    }
    return opened;
  }

  private static void requireNoRefusal(Outlook outlook) throws ProjectException {
    if (outlook.refusal().isPresent()) {
      var remedy = outlook.deletions().isEmpty() ? "" : " `durascope dev --yes` agrees to that.";
      throw new ProjectException(outlook.refusal().get() + remedy);
    }
  }

  private void apply(LocalLifecycle opened, Outlook outlook) throws LifecycleException {
    opened.apply(outlook);
    idKeys = opened.idKeys();
    outlook.notes().forEach(note -> log.message(ProjectLog.Level.INFO, note));
    outlook.warnings().forEach(warning -> log.message(ProjectLog.Level.WARN, warning));
    if (!outlook.deletions().isEmpty()) {
      log.message(
          ProjectLog.Level.WARN,
          "Deleted by the configuration, and still here: "
              + outlook.deletions().stream().map(Deletion::title).collect(Collectors.joining(", "))
              + ". `durascope state apply` deletes the data, or `durascope dev --yes`.");
    }
  }

  /** What the ids of a class are made from. */
  String idKey(String className) {
    return idKeys.getOrDefault(className, worker + "-" + className);
  }

  @Override
  public void close() {
    if (lifecycle != null) {
      lifecycle.close();
    }
  }
}
