package dev.durascope.cli;

/**
 * One command of {@code durascope}: the words that it understands, and what it does.
 *
 * <p>To add one, write a class beside this one and name it in {@link Main#COMMANDS}. Flags have
 * wrangler's names wherever wrangler has them.
 */
interface Command {

  /** The name, the operands, the flags and their help. */
  Syntax syntax();

  /**
   * Runs to the end.
   *
   * @return the exit code, see {@link ExitCode}
   * @throws UsageError for words that make no sense together
   * @throws UserError for what the user can put right; its message is all that is shown
   */
  int run(Words words, Console console) throws Exception;
}
