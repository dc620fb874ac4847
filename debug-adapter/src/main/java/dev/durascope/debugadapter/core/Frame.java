package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.TruffleStackTraceElement;
import com.oracle.truffle.api.debug.DebugStackFrame;

/** A frame of a paused thread. */
sealed interface Frame {

  /** A call on the thread's stack. */
  record Live(DebugStackFrame frame, boolean top) implements Frame {}

  /** A call that waits at an await: its variables can be read, nothing can be evaluated in it. */
  record Awaiting(TruffleStackTraceElement element) implements Frame {}

  /** A call in another isolate, which waits for this one's answer: it is only known where. */
  record Calling() implements Frame {}
}
