package dev.durascope.debugadapter.runtime;

import dev.durascope.debugadapter.core.Debuggee;
import dev.durascope.debugadapter.core.DebuggeeLauncher;
import dev.durascope.debugadapter.core.LaunchException;
import dev.durascope.debugadapter.core.LaunchOptions;
import dev.durascope.runtime.control.ControlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/** Runs projects in this process, and finds those that {@code durascope dev} runs in others. */
final class ProjectLauncher implements DebuggeeLauncher {
  @Override
  public Debuggee prepare(LaunchOptions options) throws LaunchException {
    if (!Files.exists(options.project())) {
      throw new LaunchException(
          "There is no %s: \"project\" of the launch configuration names the folder of a project, or"
                  .formatted(options.project())
              + " its entry file.");
    }
    return RuntimeDebuggee.prepare(options);
  }

  @Override
  public OptionalInt debugPort(Path project) throws LaunchException {
    try {
      var running =
          ControlFile.find(project)
              .orElseThrow(
                  () ->
                      new LaunchException(
                          "No project runs in %s: start it there by \"durascope dev --dap-port 0\"."
                              .formatted(project)));
      if (running.debugPort().isEmpty()) {
        throw new LaunchException(
            "The project in %s runs without --dap-port, so no debugger can attach: start it by"
                    .formatted(project)
                + " \"durascope dev --dap-port 0\".");
      }
      return running.debugPort();
    } catch (IOException e) {
      throw new LaunchException(
          "What runs in %s cannot be found out: %s".formatted(project, e.getMessage()));
    }
  }
}
