package dev.durascope.cli.command;

/** What the exit codes of all commands mean. */
public final class ExitCode {
  /** Done. */
  public static final int OK = 0;

  /**
   * Done, and what was looked at is not right; or it could not be done, for a reason the user can
   * remove.
   */
  public static final int FAILED = 1;

  /** The words on the command line make no sense. */
  public static final int USAGE = 2;

  /** A fault of ours. */
  public static final int INTERNAL = 70;

  private ExitCode() {}
}
