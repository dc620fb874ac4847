package dev.durascope.debugadapter.core;

/** A project could not be prepared or started. The message is for the user: what, where, remedy. */
public final class LaunchException extends Exception {

  private static final long serialVersionUID = 1L;

  public LaunchException(String message) {
    super(message);
  }

  public LaunchException(String message, Throwable cause) {
    super(message, cause);
  }
}
