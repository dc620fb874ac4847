package dev.durascope.debugadapter.core;

/** How a paused thread goes on. */
public enum Resumption {
  /** Runs until something else stops it. */
  CONTINUE,
  /** Runs to the next statement of the same call, over calls and awaits, or back to its caller. */
  STEP_OVER,
  /** Runs to the next statement of the program, into calls. */
  STEP_IN,
  /** Runs until the call has returned to its caller. */
  STEP_OUT
}
