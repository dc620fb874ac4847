package dev.durascope.runtime.project;

/** The project cannot run as it is; the message tells the user why, where, and what to do. */
public final class ProjectException extends Exception {
  private static final long serialVersionUID = 1L;

  /** An error of the user's project. */
  public ProjectException(String message) {
    super(message);
  }

  /** An error of the user's project with what caused it. */
  public ProjectException(String message, Throwable cause) {
    super(message, cause);
  }
}
