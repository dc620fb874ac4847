package dev.durascope.debugadapter.protocol;

import dev.durascope.debugadapter.core.DebuggeeLauncher;
import dev.durascope.debugadapter.core.LaunchException;
import dev.durascope.debugadapter.core.SkippedFiles;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The life of a session: a project is launched or attached to, perhaps launched again, and left.
 *
 * <p>A launch goes in two steps, so that breakpoints are in place before the first line runs: the
 * project is prepared, the client is told that it may configure, and when it has done so the
 * project starts and the launch is answered. A failure in between is the answer to the launch.
 *
 * <p>A client may leave at any moment. Whatever has been made until then is ended by {@link
 * #leave}, what is being made is interrupted, and nothing is made after it: no process, port or
 * lock stays behind.
 *
 * <p>The methods that throw {@link LaunchException} take time; they are not for the thread that
 * reads requests.
 */
final class Session {

  /** How long an end waits for a start that is under way, in seconds. */
  private static final long START_LIMIT_SECONDS = 2;

  /** How long it waits for what is being made to be given up, in seconds. */
  private static final long MAKING_LIMIT_SECONDS = 2;

  private final DebuggeeLauncher launcher;
  private final CompletableFuture<@Nullable Void> configured = new CompletableFuture<>();
  private final ReentrantLock making = new ReentrantLock();
  private final Object makerChange = new Object();
  private @Nullable Thread maker; // guarded by makerChange
  private volatile CompletableFuture<@Nullable Void> starting =
      CompletableFuture.completedFuture(null);
  private volatile @Nullable LaunchArguments launched;
  private volatile @Nullable DebugRun run;
  private volatile boolean ending;
  private volatile boolean over;
  private volatile boolean restarting;

  Session(DebuggeeLauncher launcher) {
    this.launcher = launcher;
  }

  /** A new run of the project. */
  @FunctionalInterface
  private interface Making {
    DebugRun make() throws LaunchException;
  }

  /** Launches a project, and returns when it answers. */
  void launch(LaunchArguments arguments, DebugClient client, ToProtocol toProtocol, Progress shown)
      throws LaunchException {
    makeFirst(
        () -> {
          launched = arguments;
          return prepare(arguments, client, toProtocol, shown);
        });
    client.initialized();
    configured.join();
    start(run(), shown);
  }

  private DebugRun prepare(
      LaunchArguments arguments, DebugClient client, ToProtocol toProtocol, Progress shown)
      throws LaunchException {
    var name = String.valueOf(arguments.options().project().getFileName());
    return shown.during(
        "Building " + name, () -> DebugRun.prepare(arguments, launcher, client, toProtocol));
  }

  /**
   * Debugs the project that runs in this process, and returns when the client has configured. If
   * another process runs it, {@link AttachRelay} has tried that before.
   */
  void attach(
      Optional<Path> project, DebugClient client, ToProtocol toProtocol, SkippedFiles skipped)
      throws LaunchException {
    makeFirst(
        () -> {
          if (project.isPresent()) {
            var port = launcher.debugPort(project.get());
            if (port.isPresent()) {
              throw new LaunchException(
                  "Nobody answers at 127.0.0.1:%d, where the project in %s lets debuggers attach."
                      .formatted(port.getAsInt(), project.get()));
            }
          }
          return DebugRun.attach(launcher, client, toProtocol, skipped);
        });
    client.initialized();
    configured.join();
  }

  private void makeFirst(Making making) throws LaunchException {
    make(
        () -> {
          if (run != null) {
            throw Problem.LAUNCHED_ALREADY.with(
                "This session has its project already: end it, and begin another.");
          }
          return making.make();
        });
  }

  private DebugRun make(Making toDo) throws LaunchException {
    making.lock();
    try {
      maker(Thread.currentThread());
      DebugRun made;
      try {
        if (ending) {
          throw left();
        }
        made = toDo.make();
      } catch (LaunchException e) {
        if (ending) {
          throw left();
        }
        throw e;
      } finally {
        maker(null);
      }
      if (ending) {
        made.debugger().close();
        made.release().run();
        throw left();
      }
      run = made;
      return made;
    } finally {
      making.unlock();
    }
  }

  /** Says which thread {@link #interruptMaking} means. What it was told does not concern others. */
  private void maker(@Nullable Thread thread) {
    synchronized (makerChange) {
      maker = thread;
      if (thread == null) {
        var _ = Thread.interrupted();
      }
    }
  }

  private void interruptMaking() {
    synchronized (makerChange) {
      if (maker != null) {
        maker.interrupt();
      }
    }
  }

  private void start(DebugRun prepared, Progress shown) throws LaunchException {
    var started = new CompletableFuture<@Nullable Void>();
    making.lock();
    try {
      if (ending) {
        throw left();
      }
      starting = started;
    } finally {
      making.unlock();
    }
    try {
      shown.during(
          "Starting",
          () -> {
            prepared.start();
            return prepared;
          });
    } finally {
      started.complete(null);
    }
  }

  /** The client has sent all that it wants to stop at. */
  void configured() {
    configured.complete(null);
  }

  /**
   * Launches the project anew, with the same breakpoints and the same storage. If that fails there
   * is no project any more, which the client is told: it would keep a session without one.
   */
  void restart(DebugClient client, ToProtocol toProtocol, Progress shown) throws LaunchException {
    var before = run();
    var again = launched;
    if (again == null) {
      throw Problem.NOT_POSSIBLE.with(
          "The project was not launched by this session: it is restarted where it was started.");
    }
    try {
      start(make(() -> anew(before, again, client, toProtocol, shown)), shown);
    } catch (LaunchException e) {
      if (!over) {
        before.events().failed(String.valueOf(e.getMessage()));
      }
      throw e;
    }
  }

  private DebugRun anew(
      DebugRun before,
      LaunchArguments again,
      DebugClient client,
      ToProtocol toProtocol,
      Progress shown)
      throws LaunchException {
    restarting = true;
    try {
      var stops = before.debugger().stops().settings();
      before.debugger().close();
      awaitStart();
      before.release().run();
      run = null; // until there is another, which there will not be if the project is broken
      var prepared = prepare(again, client, toProtocol, shown);
      prepared.debugger().stops().restore(stops);
      return prepared;
    } finally {
      restarting = false;
    }
  }

  /** Ends the project, and says so to the client. */
  void terminate() {
    var ended = run();
    if (over) {
      return;
    }
    end(ended.debuggee()::terminate);
    ended.events().ended(0);
  }

  /** The client has gone: it hears nothing more. */
  void leave() {
    var left = run;
    if (left != null) {
      left.events().silence();
    }
    end(() -> {});
  }

  /**
   * Ends what the session has begun; after that nothing begins. What is being made and cannot be
   * interrupted is ended by who makes it.
   */
  private void end(Runnable more) {
    ending = true;
    configured.completeExceptionally(left());
    interruptMaking();
    try {
      if (!making.tryLock(MAKING_LIMIT_SECONDS, TimeUnit.SECONDS)) {
        over = true;
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    try {
      if (over) {
        return;
      }
      over = true;
      var ended = run;
      if (ended != null) {
        ended.debugger().close();
        awaitStart();
        ended.release().run();
      }
      more.run();
    } finally {
      making.unlock();
    }
  }

  /** A project cannot be closed while it is being opened; its code may never come to an end. */
  private void awaitStart() {
    try {
      starting.get(START_LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      // It is closed as it is.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static RuntimeException left() {
    return Problem.NOT_LAUNCHED.with("The session has ended.");
  }

  /** Whether the project runs without being debugged. */
  boolean isWithoutDebugging() {
    var arguments = launched;
    return arguments != null && arguments.noDebug();
  }

  boolean hasRun() {
    return run != null && !isWithoutRun();
  }

  /** Whether there is no run to speak of: it has been ended or left, or is being replaced. */
  boolean isWithoutRun() {
    return over || restarting;
  }

  /** The run that there is. */
  DebugRun run() {
    var current = run;
    if (current == null) {
      throw Problem.NOT_LAUNCHED.with("Nothing has been launched: send \"launch\" first.");
    }
    if (over) {
      throw left();
    }
    if (restarting) {
      throw Problem.NOT_POSSIBLE.with("The project is being restarted.");
    }
    return current;
  }
}
