package dev.durascope.cli;

/** What the exit codes of all commands mean. */
final class ExitCode {
  /** Done. */
  static final int OK = 0;

  /**
   * Done, and what was looked at is not right; or it could not be done, for a reason the user can
   * remove.
   */
  static final int FAILED = 1;

  /** The words on the command line make no sense. */
  static final int USAGE = 2;

  /** A fault of ours. */
  static final int INTERNAL = 70;

  private ExitCode() {}
}
