package dev.durascope.debugadapter.core;

import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * Makes debuggees, or lends one that runs: the one thing that a debug adapter needs to be given.
 */
@FunctionalInterface
public interface DebuggeeLauncher {

  /**
   * Prepares a project: reads its configuration and bundles it, and runs none of its code.
   *
   * @throws LaunchException with a text for the user when the project cannot be prepared
   */
  Debuggee prepare(LaunchOptions options) throws LaunchException;

  /**
   * Lends the project that runs in this process.
   *
   * @throws LaunchException with a text for the user when there is none, or another has it
   */
  default Attachment attach() throws LaunchException {
    throw new LaunchException(
        "No project runs in this process: start \"durascope dev --dap-port PORT\" and attach to"
            + " that port.");
  }

  /**
   * Where another process lets debuggers attach to its project.
   *
   * @return empty if the project runs in this process
   * @throws LaunchException with a text for the user when it does not run, or lets no debugger in
   */
  default OptionalInt debugPort(Path project) throws LaunchException {
    return OptionalInt.empty();
  }
}
