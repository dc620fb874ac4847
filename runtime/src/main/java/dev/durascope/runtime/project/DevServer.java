package dev.durascope.runtime.project;

import dev.durascope.runtime.bundle.watch.Delay;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Workspace} with its doors open: it answers HTTP and WebSockets, serves the control API
 * and the panel, and exchanges the code when a file is saved. What {@code durascope dev} and a
 * debug session run.
 */
public final class DevServer implements AutoCloseable {
  private static final int INTERNAL_SERVER_ERROR = 500;

  private final Workspace workspace;
  private final ProjectOptions options;
  private final ProjectLog log;
  private final ControlEvents events = new ControlEvents();
  private final ProjectControl target;
  private final CompletableFuture<Void> loaded = new CompletableFuture<>();
  private final List<Reloader> reloaders = new ArrayList<>();
  private @Nullable HttpFrontDoor frontDoor;
  private @Nullable ControlServer control;
  private @Nullable ControlFile controlFile;
  private OptionalInt debugPort = OptionalInt.empty();
  private @Nullable Delay watcherDelay;

  private DevServer(Workspace workspace, ProjectOptions options, ProjectLog log) {
    this.workspace = workspace;
    this.options = options;
    this.log = log;
    this.target = new ProjectControl(workspace, this::readyAddress, events);
  }

  /** Prepares a project; nothing of it runs yet, and no port is open. */
  public static DevServer prepare(ProjectOptions options, ProjectLog log)
      throws ProjectException, InterruptedException {
    return prepare(options, List.of(), log);
  }

  /**
   * Prepares a project and others that it reaches.
   *
   * @param others their configuration files
   */
  public static DevServer prepare(ProjectOptions options, List<Path> others, ProjectLog log)
      throws ProjectException, InterruptedException {
    var tee = new TeeLog(log);
    var server = new DevServer(Workspace.prepare(options, others, tee), options, log);
    tee.also(server.events, server.project().name());
    server.workspace.projects().forEach(project -> project.changes().add(server.events));
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
      workspace.start();
    } catch (ProjectException e) {
      loaded.completeExceptionally(ScriptFailure.error(String.valueOf(e.getMessage())));
      throw e;
    }
    loaded.complete(null);
  }

  /** Lets debuggers find the port that they can attach at; before the control API is opened. */
  public void debuggersAt(int port) {
    debugPort = OptionalInt.of(port);
  }

  /** Opens the control API and the panel, and lets tools of this machine find them. */
  public void openControl() throws ProjectException {
    try {
      var opened = ControlServer.start(0, target);
      control = opened;
      controlFile =
          ControlFile.write(
              project().directory(),
              new ControlFile.Running(
                  opened.url(),
                  opened.token(),
                  ProcessHandle.current().pid(),
                  project().state(),
                  debugPort));
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
      for (var project : workspace.projects()) {
        reloaders.add(Reloader.start(project, delay, events, log));
      }
    } catch (IOException e) {
      throw new ProjectException("The project's files cannot be watched: " + e.getMessage(), e);
    }
  }

  /** The door opens while the code is still being loaded: early requests wait for that. */
  CompletableFuture<ResponseMessage> handle(RequestMessage request) {
    var begin = System.nanoTime();
    return loaded
        .thenCompose(ready -> project().fetch(request))
        .whenComplete((response, failure) -> answered(request, response, begin))
        .exceptionallyCompose(failure -> answer(request, project().describe(failure)));
  }

  private void answered(RequestMessage request, @Nullable ResponseMessage response, long begin) {
    log.answered(
        request.method(),
        path(request.url()),
        response == null ? INTERNAL_SERVER_ERROR : response.status(),
        Duration.ofNanos(System.nanoTime() - begin));
  }

  /** Of a URL that is absolute. */
  private static String path(String url) {
    int query = url.indexOf('?');
    var place = query < 0 ? url : url.substring(0, query);
    int start = place.indexOf('/', place.indexOf("//") + 2);
    return start < 0 ? "/" : place.substring(start);
  }

  private CompletableFuture<ResponseMessage> answer(RequestMessage request, String described) {
    return ErrorPage.isAskedFor(request)
        ? CompletableFuture.completedFuture(
            new ErrorPage(project().directory()).of(project().name(), described))
        : CompletableFuture.failedFuture(ScriptFailure.error(described));
  }

  /** The project that is served. */
  public Project project() {
    return workspace.front();
  }

  /** All projects, the served one first. */
  public List<Project> projects() {
    return workspace.projects();
  }

  /** What the control API does, for callers in this JVM. */
  public ControlTarget target() {
    return target;
  }

  /** The control API's server, once it is open. */
  public Optional<ControlServer> openedControl() {
    return Optional.ofNullable(control);
  }

  /** Where the panel is, with the token that opens it. */
  public URI panelAddress() {
    return openedControl()
        .orElseThrow(() -> new IllegalStateException("The control API is not open"))
        .panel();
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
    workspace.close();
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
    reloaders.forEach(Reloader::close);
    if (watcherDelay != null) {
      watcherDelay.close();
    }
  }
}
