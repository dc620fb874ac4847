package dev.durascope.debugadapter.core;

/** Which thrown values stop an isolate. */
public enum ExceptionStops {
  NONE,
  /** Those that nothing of the program is going to catch. */
  UNCAUGHT,
  ALL
}
