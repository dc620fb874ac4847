package dev.durascope.debugadapter.core;

/** The isolate runs or is gone: its frames and values cannot be looked at. */
public final class NotPausedException extends DebuggerException {

  private static final long serialVersionUID = 1L;

  NotPausedException() {
    super("The thread is running or has ended: pause it to look at its variables.");
  }
}
