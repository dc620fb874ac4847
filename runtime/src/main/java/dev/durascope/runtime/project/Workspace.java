package dev.durascope.runtime.project;

import dev.durascope.runtime.time.Clock;
import dev.durascope.runtime.time.SteerableClock;
import dev.durascope.runtime.time.SystemClock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The projects that run in one process: the first, which requests from outside reach, and those
 * that its code reaches by {@code services} and {@code script_name}. They share an engine and a
 * clock, and where their data is; each is bundled and reloaded by itself. Usable on any thread.
 */
public final class Workspace implements AutoCloseable {
  private final Surroundings surroundings;
  private final ProjectLog log;
  private final List<Project> projects = new ArrayList<>();

  private Workspace(Surroundings surroundings, ProjectLog log) {
    this.surroundings = surroundings;
    this.log = log;
  }

  /**
   * Reads and bundles all projects; nothing of them runs yet.
   *
   * @param options of the first
   * @param others the configuration files of the others; beside them, those that the first mounts
   * @throws ProjectException if one has an error, or two have one name
   */
  public static Workspace prepare(ProjectOptions options, List<Path> others, ProjectLog log)
      throws ProjectException, InterruptedException {
    return prepare(options, others, log, new SteerableClock(new SystemClock()));
  }

  /** The same by another clock, which is closed in the end. */
  public static Workspace prepare(
      ProjectOptions options, List<Path> others, ProjectLog log, Clock clock)
      throws ProjectException, InterruptedException {
    var workspace = new Workspace(Surroundings.start(clock), log);
    try {
      workspace.add(options, Optional.empty());
      for (var config : others) {
        workspace.add(workspace.optionsOfOther(options, config), Optional.empty());
      }
      for (var mount : Mounts.of(workspace.front().config().configFile()).entrySet()) {
        workspace.add(
            workspace.optionsOfOther(options, mount.getValue()), Optional.of(mount.getKey()));
      }
    } catch (ProjectException | InterruptedException e) {
      workspace.close();
      throw e;
    }
    workspace.link();
    return workspace;
  }

  private void add(ProjectOptions options, Optional<String> mountedAs)
      throws ProjectException, InterruptedException {
    var project = Project.prepare(options, log, surroundings, false);
    projects.add(project);
    var name = mountedAs.orElse(project.name());
    if (!surroundings.workers().add(name, project)) {
      throw new ProjectException(
          "Two workers have the name \""
              + name
              + "\": "
              + project.config().configFile()
              + " has to say another one.");
    }
  }

  private ProjectOptions optionsOfOther(ProjectOptions first, Path config) {
    var file = config.toAbsolutePath().normalize();
    return first
        .withTarget(file.getParent() == null ? file : file.getParent())
        .withConfig(Optional.of(file))
        .withPersistTo(Optional.of(front().state()))
        .withStorage(Optional.of(front().storage()))
        .withObjects(Map.of())
        .withVars(Map.of());
  }

  /** Makes the namespaces that others refer to, and says what is referred to and not there. */
  private void link() {
    for (var project : projects) {
      new Links(project, surroundings.workers())
          .check()
          .forEach(problem -> log.message(ProjectLog.Level.WARN, problem));
    }
  }

  /** The clock that all of it goes by. */
  Clock clock() {
    return surroundings.clock();
  }

  /** The project that requests from outside reach. */
  public Project front() {
    return projects.getFirst();
  }

  /** All projects, the front one first. */
  public List<Project> projects() {
    return List.copyOf(projects);
  }

  /** The project of a worker. */
  public Optional<Project> project(String worker) {
    return projects.stream().filter(project -> project.name().equals(worker)).findFirst();
  }

  /**
   * Runs all of them: evaluates their modules, and then waits for stored alarms.
   *
   * @throws ProjectException if a module fails
   */
  public void start() throws ProjectException, InterruptedException {
    for (var project : projects) {
      project.run();
    }
    projects.forEach(Project::resumeAlarms);
  }

  @Override
  public void close() {
    projects.forEach(Project::end);
    surroundings.close();
    projects.forEach(Project::closeStorage);
  }
}
