package dev.durascope.runtime.embed;

import dev.durascope.runtime.durable.DurableObjectId;
import dev.durascope.runtime.durable.Namespace;
import dev.durascope.runtime.project.ObjectStorage;
import dev.durascope.runtime.project.Project;
import dev.durascope.runtime.project.ProjectException;
import dev.durascope.runtime.project.ProjectLog;
import dev.durascope.runtime.project.ProjectOptions;
import dev.durascope.runtime.project.Workspace;
import dev.durascope.runtime.time.Clock;
import dev.durascope.runtime.time.ManualClock;
import dev.durascope.runtime.time.SystemClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A worker that runs in this JVM, with its Durable Objects: what the {@code Miniflare} class is to
 * JavaScript.
 *
 * {@snippet :
 * var options = WorkerOptions.script(text).withObject("ROOMS", "Room");
 * try (var worker = LocalWorker.start(options)) {
 *   worker.fetch("http://localhost/rooms/lobby").text();
 *   var lobby = worker.namespace("ROOMS").getByName("lobby");
 *   lobby.call("post", "hello");
 *   lobby.storage().get("messages");
 * }
 * }
 *
 * <p>Nothing listens on a port, and nothing is bundled again when a file changes. A call waits for
 * its answer unless its name ends in {@code Async}. What the code throws is a {@link
 * WorkerException}. Usable on any thread.
 */
public final class LocalWorker implements AutoCloseable {
  private final Workspace workspace;
  private final Answers answers;
  private final WorkerOptions options;
  private final ScriptFolder folder;

  private LocalWorker(Workspace workspace, WorkerOptions options, ScriptFolder folder) {
    this.workspace = workspace;
    this.options = options;
    this.folder = folder;
    this.answers = new Answers(options.patience(), failure -> front().describe(failure));
  }

  /**
   * Starts a worker; when this returns its module has been evaluated.
   *
   * @throws WorkerException if the configuration or the code has an error
   */
  public static LocalWorker start(WorkerOptions options) {
    ScriptFolder folder;
    try {
      folder = ScriptFolder.create();
    } catch (IOException e) {
      throw WorkerException.of("No folder can be made for the worker: " + e, e);
    }
    Workspace workspace = null;
    try {
      var directory =
          switch (options.source()) {
            case WorkerOptions.Source.Project project -> project.directory();
            case WorkerOptions.Source.Script script -> folder.project(options, script);
          };
      workspace =
          Workspace.prepare(
              projectOptions(options, directory, folder),
              List.of(),
              new Lines(options.log()),
              options.clock().<Clock>map(manual -> manual).orElseGet(SystemClock::new));
      workspace.start();
      return new LocalWorker(workspace, options, folder);
    } catch (ProjectException | IOException e) {
      abandon(workspace, folder, e);
      throw WorkerException.of(String.valueOf(e.getMessage()), e);
    } catch (InterruptedException e) {
      abandon(workspace, folder, e);
      Thread.currentThread().interrupt();
      throw WorkerException.of("Interrupted while the worker was started", e);
    }
  }

  private static void abandon(
      @Nullable Workspace workspace, ScriptFolder folder, Exception reason) {
    if (workspace != null) {
      workspace.close();
    }
    try {
      folder.close();
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }

  private static ProjectOptions projectOptions(
      WorkerOptions options, Path directory, ScriptFolder folder) {
    var chosen =
        ProjectOptions.of(directory)
            .withEnvironment(options.environment())
            .withVars(options.vars())
            .withPersistTo(Optional.of(options.persistTo().orElse(folder.state())));
    return options.persistTo().isPresent()
        ? chosen
        : chosen.withStorage(Optional.of(new ObjectStorage.Memory()));
  }

  private Project front() {
    return workspace.front();
  }

  /** Sends a {@code GET} to the worker, as if it came from outside; waits for the whole answer. */
  public WorkerResponse fetch(String url) {
    return fetch(WorkerRequest.get(url));
  }

  /** Sends a request to the worker, as if it came from outside; waits for the whole answer. */
  public WorkerResponse fetch(WorkerRequest request) {
    return answers.await(fetchAsync(request));
  }

  /** Sends a request to the worker, and does not wait. */
  public CompletableFuture<WorkerResponse> fetchAsync(WorkerRequest request) {
    return answers.translated(front().fetch(request.message()).thenCompose(Answers::whole));
  }

  /**
   * The objects behind a binding.
   *
   * @param binding the name in {@code env}
   */
  public DurableObjectNamespace namespace(String binding) {
    var bound =
        front().config().durableObjects().stream()
            .filter(candidate -> candidate.name().equals(binding))
            .findFirst()
            .orElseThrow(
                () ->
                    WorkerException.of(
                        "There is no binding of Durable Objects with the name " + binding, null));
    var script = bound.scriptName().orElse(front().name());
    var owner =
        workspace
            .project(script)
            .orElseThrow(
                () ->
                    WorkerException.of(
                        binding + " is bound to worker " + script + ", which does not run here",
                        null));
    var namespace = owner.namespaces().get(bound.className());
    if (namespace == null) {
      throw WorkerException.of(
          "Worker " + script + " has no Durable Objects of class " + bound.className(), null);
    }
    return new DurableObjectNamespace(owner, namespace, answers);
  }

  /**
   * What an object stores, wherever the object is bound.
   *
   * @param id from any of this worker's namespaces
   */
  public DurableObjectStorage storage(DurableObjectId id) {
    for (var project : workspace.projects()) {
      for (var namespace : project.namespaces().values()) {
        if (isOf(namespace, id)) {
          return new DurableObjectNamespace(project, namespace, answers).get(id).storage();
        }
      }
    }
    throw WorkerException.of("The id " + id + " is of none of this worker's classes", null);
  }

  private static boolean isOf(Namespace namespace, DurableObjectId id) {
    try {
      return namespace.ids().fromString(id.hex()).equals(id);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * Moves the clock of the options on, and runs what is due on the way: timers, alarms, the end of
   * objects that were idle. What that sets off goes on when this returns.
   */
  public void advance(Duration time) {
    clock().advance(time.toMillis());
  }

  private ManualClock clock() {
    return options
        .clock()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The worker lives by the machine's clock; give it one withClock()."));
  }

  /** Stops all code. Without a folder to persist to, what was stored is thrown away. */
  @Override
  public void close() {
    workspace.close();
    try {
      folder.close();
    } catch (IOException e) {
      throw WorkerException.of("The worker's temporary folder cannot be removed: " + e, e);
    }
  }

  /** Passes lines on to one listener. */
  private record Lines(Consumer<String> listener) implements ProjectLog {
    @Override
    public void message(Level level, String text) {
      listener.accept(text);
    }

    @Override
    public void script(Level level, String source, String text) {
      listener.accept("[" + source + "] " + text);
    }
  }
}
