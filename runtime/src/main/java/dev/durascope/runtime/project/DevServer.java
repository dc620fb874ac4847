package dev.durascope.runtime.project;

import dev.durascope.runtime.bundle.watch.Delay;
import dev.durascope.runtime.bundle.watch.SourceWatcher;
import dev.durascope.runtime.control.ControlFile;
import dev.durascope.runtime.control.ControlServer;
import dev.durascope.runtime.control.ControlTarget;
import dev.durascope.runtime.http.FrontDoorOptions;
import dev.durascope.runtime.http.HttpBindException;
import dev.durascope.runtime.http.HttpFrontDoor;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.message.ResponseMessage;
import dev.durascope.runtime.message.ScriptFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Project} with its doors open: it answers HTTP and WebSockets, serves the control API and
 * the panel, and exchanges the code when a file is saved. What {@code durascope dev} and a debug
 * session run.
 */
public final class DevServer implements AutoCloseable {
  private final Project project;
  private final ProjectOptions options;
  private final ProjectLog log;
  private final ControlEvents events = new ControlEvents();
  private final ProjectControl target;
  private final CompletableFuture<Void> loaded = new CompletableFuture<>();
  private @Nullable HttpFrontDoor frontDoor;
  private @Nullable ControlServer control;
  private @Nullable ControlFile controlFile;
  private @Nullable SourceWatcher watcher;
  private @Nullable Delay watcherDelay;

  private DevServer(Project project, ProjectOptions options, ProjectLog log) {
    this.project = project;
    this.options = options;
    this.log = log;
    this.target = new ProjectControl(project, this::readyAddress, events);
  }

  /** Prepares the project; nothing of it runs yet, and no port is open. */
  public static DevServer prepare(ProjectOptions options, ProjectLog log)
      throws ProjectException, InterruptedException {
    var tee = new TeeLog(log);
    var server = new DevServer(Project.prepare(options, tee), options, log);
    tee.also(server.events, server.project.name());
    server.project.changes().add(server.events);
    return server;
  }

  /**
   * Runs the project and opens its doors; when this returns, requests are answered.
   *
   * @throws ProjectException if the code fails or the port is taken
   */
  public void start() throws ProjectException, InterruptedException {
    try {
      frontDoor =
          HttpFrontDoor.start(FrontDoorOptions.of(options.host(), options.port()), this::handle);
    } catch (HttpBindException e) {
      throw new ProjectException(String.valueOf(e.getMessage()), e);
    }
    try {
      project.start();
    } catch (ProjectException e) {
      loaded.completeExceptionally(ScriptFailure.error(String.valueOf(e.getMessage())));
      throw e;
    }
    loaded.complete(null);
  }

  /** Opens the control API and the panel, and lets tools of this machine find them. */
  public void openControl() throws ProjectException {
    try {
      var opened = ControlServer.start(0, target);
      control = opened;
      controlFile =
          ControlFile.write(
              project.directory(), opened.url(), opened.token(), ProcessHandle.current().pid());
    } catch (FileAlreadyExistsException e) {
      log.message(
          ProjectLog.Level.WARN,
          "Another process runs this project; editors find that one. " + e.getMessage());
    } catch (IOException e) {
      throw new ProjectException("The control API cannot be opened: " + e.getMessage(), e);
    }
  }

  /** Exchanges the code from now on whenever one of its files is saved. */
  public synchronized void watch() throws ProjectException {
    try {
      var delay = Delay.real();
      watcherDelay = delay;
      var started = SourceWatcher.start(project.directory(), delay, this::filesChanged);
      watcher = started;
      started.watch(project.watched());
    } catch (IOException e) {
      throw new ProjectException("The project's files cannot be watched: " + e.getMessage(), e);
    }
  }

  private void filesChanged(Set<Path> changed) {
    try {
      var started = System.nanoTime();
      if (project.rebuild(changed)) {
        events.reloaded(project.name());
        log.message(
            ProjectLog.Level.INFO,
            "Reloaded in " + (System.nanoTime() - started) / 1_000_000 + " ms");
      }
    } catch (ProjectException e) {
      log.message(ProjectLog.Level.ERROR, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      var current = watcher;
      if (current != null) {
        current.watch(project.watched());
      }
    }
  }

  /** The door opens while the code is still being loaded: early requests wait for that. */
  CompletableFuture<ResponseMessage> handle(RequestMessage request) {
    return loaded
        .thenCompose(ready -> project.fetch(request))
        .exceptionallyCompose(
            failure ->
                CompletableFuture.failedFuture(ScriptFailure.error(project.describe(failure))));
  }

  /** The project that is served. */
  public Project project() {
    return project;
  }

  /** What the control API does, for callers in this JVM. */
  public ControlTarget target() {
    return target;
  }

  /** The control API's server. */
  public ControlServer control() {
    if (control == null) {
      throw new IllegalStateException("The control API is not open");
    }
    return control;
  }

  /** Where the panel is, with the token that opens it. */
  public URI panelAddress() {
    return control().panel();
  }

  /** Where requests are answered. */
  public URI address() {
    return readyAddress().orElseThrow(() -> new IllegalStateException("Not started"));
  }

  private Optional<URI> readyAddress() {
    var door = frontDoor;
    return door == null
        ? Optional.empty()
        : Optional.of(URI.create("http://" + options.host() + ":" + door.address().getPort()));
  }

  @Override
  public void close() {
    closeWatcher();
    if (frontDoor != null) {
      frontDoor.close();
    }
    closeControl();
    project.close();
  }

  private void closeControl() {
    try {
      if (controlFile != null) {
        controlFile.close();
      }
    } catch (IOException e) {
      log.message(
          ProjectLog.Level.WARN, "The file by which tools find this process stays behind: " + e);
    }
    if (control != null) {
      control.close();
    }
  }

  private void closeWatcher() {
    var current = watcher;
    watcher = null;
    try {
      if (current != null) {
        current.close();
      }
    } catch (IOException e) {
      log.message(ProjectLog.Level.DEBUG, "The file watch did not close: " + e);
    }
    if (watcherDelay != null) {
      watcherDelay.close();
    }
  }
}
