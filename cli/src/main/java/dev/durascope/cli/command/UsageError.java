package dev.durascope.cli.command;

/**
 * The words on the command line make no sense. The message says which and, where it can, what was
 * meant.
 */
public final class UsageError extends Exception {
  private static final long serialVersionUID = 1L;

  private final String command;

  /**
   * @param command the command whose help is worth reading; empty for that of all commands
   */
  public UsageError(String command, String message) {
    super(message);
    this.command = command;
  }

  /** The message, and where to read more. */
  public String text() {
    var self = command.isEmpty() ? "durascope" : "durascope " + command;
    var message = String.valueOf(getMessage());
    var end = message.endsWith("?") ? "\n" : ".\n";
    return self + ": " + message + end + "Try: " + self + " --help";
  }
}
