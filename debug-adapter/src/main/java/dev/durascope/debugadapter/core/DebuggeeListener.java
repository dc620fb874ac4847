package dev.durascope.debugadapter.core;

import java.util.Optional;

/**
 * What a {@link Debuggee} reports. The calls come from the debuggee's threads, one after the other
 * for one isolate, and must return at once.
 */
public interface DebuggeeListener {

  /**
   * A script can be run from now on. The report comes before any isolate evaluates the script: when
   * it returns, its breakpoints are in place.
   */
  void scriptLoaded(Script script);

  /** No isolate will run this version of a script any more. */
  void scriptUnloaded(Script script);

  /** An isolate has got its thread; no code of the project has run on it yet. */
  void isolateStarted(IsolateView isolate);

  /** An isolate has run its last line of code. */
  void isolateEnded(IsolateView isolate);

  /** The runtime has printed something. */
  void output(Output output);

  /** The program calls its console: reported on the isolate's thread, during the call. */
  void console(ConsoleCall call);

  /**
   * The program calls another isolate, or its own by way of a stub: asked on the caller's thread,
   * within the call. Whoever answers follows the call.
   */
  Optional<CallObserver> calling();

  /** The debuggee has ended by itself, with this exit code. */
  void ended(int exitCode);
}
