package dev.durascope.debugadapter.runtime;

import dev.durascope.debugadapter.core.Attachment;
import dev.durascope.debugadapter.core.Debuggee;
import dev.durascope.debugadapter.core.DebuggeeLauncher;
import dev.durascope.debugadapter.core.LaunchException;
import dev.durascope.debugadapter.core.LaunchOptions;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A project that was started without a debugger, lent to one debugger after the other. Each finds
 * it running and leaves it running.
 *
 * <p>One at a time: of two that step the same thread each would see stops that it has not asked
 * for.
 */
public final class RunningProject implements DebuggeeLauncher, AutoCloseable {
  private final RuntimeDebuggee project;
  private final AtomicBoolean isLent = new AtomicBoolean();

  public RunningProject(RuntimeDebuggee project) {
    this.project = project;
  }

  @Override
  public Debuggee prepare(LaunchOptions options) throws LaunchException {
    throw new LaunchException(
        "This process runs its project already: send \"attach\", not \"launch\".");
  }

  @Override
  public Attachment attach() throws LaunchException {
    if (!isLent.compareAndSet(false, true)) {
      throw new LaunchException(
          "Another debugger is attached to this project: detach that one first.");
    }
    return new Attachment(project, project.server().address(), () -> isLent.set(false));
  }

  /** Tells the debugger that the project ends. */
  @Override
  public void close() {
    project.ending();
  }
}
