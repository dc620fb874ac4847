package dev.durascope.debugadapter.core;

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
}
