package dev.durascope.languageserver.server;

import org.jspecify.annotations.Nullable;

/**
 * The editor's process. If it dies without a word, its end of the wire may live on in a child of
 * it, and the server would wait forever.
 */
final class ParentProcess {

  private ParentProcess() {}

  /**
   * Runs {@code gone} when the process ends. One that cannot be seen is not waited for: the editor
   * may run in a container or on another machine, where numbers mean other processes.
   */
  static void watch(@Nullable Integer processId, Runnable gone) {
    if (processId != null) {
      ProcessHandle.of(processId)
          .ifPresent(
              process -> {
                var _ = process.onExit().thenRun(gone);
              });
    }
  }
}
