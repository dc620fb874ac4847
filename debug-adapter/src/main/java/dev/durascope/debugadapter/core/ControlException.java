package dev.durascope.debugadapter.core;

/** An action on an object was refused. The message is for the user and says why. */
public final class ControlException extends Exception {

  private static final long serialVersionUID = 1L;

  public ControlException(String message) {
    super(message);
  }
}
