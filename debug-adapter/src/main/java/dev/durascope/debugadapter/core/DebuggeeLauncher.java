package dev.durascope.debugadapter.core;

/** Makes debuggees: the one thing that a debug adapter needs to be given. */
@FunctionalInterface
public interface DebuggeeLauncher {

  /**
   * Prepares a project: reads its configuration and bundles it, and runs none of its code.
   *
   * @throws LaunchException with a text for the user when the project cannot be prepared
   */
  Debuggee prepare(LaunchOptions options) throws LaunchException;
}
