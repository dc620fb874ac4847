package dev.durascope.debugadapter.core;

/**
 * What a {@link ScriptDebugger} reports. The calls come from the isolates' threads and must return
 * at once; those about one isolate come in their order.
 */
public interface DebuggerListener {

  void isolateStarted(IsolateView isolate);

  void isolateEnded(IsolateView isolate);

  /** An isolate has stopped, and can be asked about its stack until it goes on. */
  void stopped(Stop stop);

  /** A breakpoint stops elsewhere than was said, or can be hit now. */
  void breakpointChanged(BreakpointStatus status);

  void scriptLoaded(Script script);

  void output(Output output);

  /** The debuggee has ended by itself. */
  void ended(int exitCode);
}
