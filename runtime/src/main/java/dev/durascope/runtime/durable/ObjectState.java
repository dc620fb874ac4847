package dev.durascope.runtime.durable;

/** Whether and how an object is in memory. */
public enum ObjectState {
  /** Handling an event. */
  RUNNING,
  /** Held by a debugger. */
  PAUSED,
  /** In memory, waiting for an event. */
  IDLE,
  /** Out of memory with open hibernatable sockets. */
  HIBERNATED,
  /** Out of memory; only its storage may exist. */
  STORED
}
