package dev.durascope.cli;

/** Something the user can put right. The message says what, where, and how. */
final class UserError extends Exception {
  private static final long serialVersionUID = 1L;

  UserError(String message) {
    super(message);
  }
}
