package dev.durascope.runtime.project;

import dev.durascope.runtime.cache.HttpCache;
import dev.durascope.runtime.durable.Namespace;
import dev.durascope.runtime.time.Clock;
import dev.durascope.runtime.worker.IdleObjects;
import dev.durascope.runtime.worker.LiveObjects;
import dev.durascope.runtime.worker.Worker;
import dev.durascope.runtime.worker.Workers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The projects of one process by their workers' names. Usable on any thread. */
final class RunningWorkers implements Workers {
  private final Map<String, Project> projects = new LinkedHashMap<>();
  private final HttpCache cache;
  private final IdleObjects idleObjects = new IdleObjects();
  private final LiveObjects liveObjects = new LiveObjects();

  RunningWorkers(Clock clock) {
    this.cache = new HttpCache(clock);
  }

  /** Adds a project under a name; false if another has it. */
  synchronized boolean add(String name, Project project) {
    return projects.putIfAbsent(name, project) == null;
  }

  /** Whether there is none yet. */
  synchronized boolean isEmpty() {
    return projects.isEmpty();
  }

  /** The names of all. */
  synchronized Set<String> names() {
    return Set.copyOf(projects.keySet());
  }

  /** The project of this name. */
  synchronized Optional<Project> find(String name) {
    return Optional.ofNullable(projects.get(name));
  }

  @Override
  public Optional<Worker> worker(String name) {
    return find(name).map(Project::worker);
  }

  @Override
  public Optional<Namespace> namespace(String worker, String className) {
    return find(worker).map(project -> project.namespaces().get(className));
  }

  @Override
  public IdleObjects idleObjects() {
    return idleObjects;
  }

  @Override
  public LiveObjects liveObjects() {
    return liveObjects;
  }

  @Override
  public HttpCache cache() {
    return cache;
  }
}
