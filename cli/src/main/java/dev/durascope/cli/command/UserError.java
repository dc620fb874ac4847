package dev.durascope.cli.command;

/** Something the user can put right. The message says what, where, and how. */
public final class UserError extends Exception {
  private static final long serialVersionUID = 1L;

  public UserError(String message) {
    super(message);
  }
}
