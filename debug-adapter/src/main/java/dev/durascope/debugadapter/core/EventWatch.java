package dev.durascope.debugadapter.core;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;

/**
 * Told by the debuggee of the events of its program, on the thread of the isolate that is to handle
 * them, which waits for as long as a call takes.
 */
public interface EventWatch {

  /** The program's code is about to be called; {@link #left} follows once it has returned. */
  void entering(int isolate, ProgramEvent event);

  /** The call has returned. */
  void left(int isolate);

  /** Whether to be told that an object leaves the memory. On any thread. */
  boolean minds(ProgramEvent leaving);

  /**
   * An object is about to leave the memory.
   *
   * @param context the isolate's
   * @param instance what is dropped with it
   */
  void leaving(int isolate, ProgramEvent event, Context context, Value instance);
}
