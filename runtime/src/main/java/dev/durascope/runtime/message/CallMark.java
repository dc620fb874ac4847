package dev.durascope.runtime.message;

/**
 * What goes along with a call or a request from one isolate to another for a debugger, which can
 * thereby follow it: it learns where the handler runs, and when the caller is about to hear of the
 * outcome.
 */
public interface CallMark {
  /** Runs {@code handler}, on the thread of the isolate that handles the call. */
  void handle(Runnable handler);

  /** The outcome is on its way to the caller, who does not know it yet. Any thread. */
  void answered();
}
