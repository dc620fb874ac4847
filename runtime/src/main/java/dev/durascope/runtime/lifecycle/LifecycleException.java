package dev.durascope.runtime.lifecycle;

/** The data cannot be brought to what the configuration says; the message tells the user why. */
public final class LifecycleException extends Exception {
  private static final long serialVersionUID = 1L;

  LifecycleException(String message) {
    super(message);
  }

  LifecycleException(String message, Throwable cause) {
    super(message, cause);
  }
}
