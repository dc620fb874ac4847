package dev.durascope.debugadapter.core;

/** Follows one call from an isolate into another on behalf of the debugger. */
public interface CallObserver {

  /** Runs the handler of the call; on the thread of the isolate that handles it. */
  void handle(Runnable handler);

  /** The outcome is on its way to the caller, who does not know it yet. Any thread. */
  void answered();
}
