package dev.durascope.debugadapter.core;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.graalvm.polyglot.Engine;

/**
 * The running project as the debugger sees it: one engine, the isolates that come and go in it, the
 * scripts they run, what they print, and the actions that can be taken on their objects.
 *
 * <p>The life of a debuggee has three parts. A {@link DebuggeeLauncher} hands it over
 * <em>prepared</em>: the project is bundled and its scripts are known, so that breakpoints can be
 * answered, but no line of it has run. {@link #start} lets it run. {@link #terminate} ends it;
 * calling it again does nothing.
 *
 * <p>All methods may be called from any thread, also while isolates are paused.
 */
public interface Debuggee {

  /** The one engine of all isolates, the same one for the debuggee's whole life. */
  Engine engine();

  /**
   * Reports to {@code listener} from now on. The isolates and scripts that already exist are not
   * reported again: a caller listens first and reads {@link #isolates} and {@link #scripts} after.
   */
  void listen(DebuggeeListener listener);

  /** Reports to {@code listener} no more. */
  void forget(DebuggeeListener listener);

  /** Reports the program's events to {@code watch} from now on; empty for to nobody. */
  void watchEvents(Optional<EventWatch> watch);

  /** Reports what the program does with storage to {@code watch}; empty for to nobody. */
  void watchData(Optional<DataWatch> watch);

  /** The isolates alive now. */
  List<IsolateView> isolates();

  /** The scripts that isolates may run now, the newest version of each program last. */
  List<Script> scripts();

  /** Lets the project run, and returns the address it answers on once it does. */
  URI start() throws LaunchException;

  /** Where the control API of this debuggee listens; an error before it is started. */
  ControlAddress control() throws ControlException;

  /**
   * Opens the engine's Chrome inspector, unless it is open; then the port is the one it has.
   *
   * @param port 0 for any that is free
   * @throws ControlException if it cannot listen
   */
  InspectorAddress openInspector(int port) throws ControlException;

  /** Runs the alarm of an object now, as if its time had come. */
  void fireAlarm(ObjectKey object) throws ControlException;

  /** Takes an object out of memory and keeps its hibernatable sockets open. */
  void hibernate(ObjectKey object) throws ControlException;

  /** Takes an object out of memory; it is constructed anew by its next event. */
  void evict(ObjectKey object) throws ControlException;

  /** Stops the project and frees what it holds. Every isolate is gone when this returns. */
  void terminate();
}
