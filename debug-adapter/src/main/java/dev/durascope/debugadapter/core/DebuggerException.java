package dev.durascope.debugadapter.core;

/** A request that the debugger cannot answer. The message is for the user and says why. */
public class DebuggerException extends Exception {

  private static final long serialVersionUID = 1L;

  public DebuggerException(String message) {
    super(message);
  }
}
