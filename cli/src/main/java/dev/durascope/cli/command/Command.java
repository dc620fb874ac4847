package dev.durascope.cli.command;

import java.util.List;

/**
 * One command of {@code durascope}: the words that it understands, and what it does. Flags have
 * wrangler's names wherever wrangler has them.
 *
 * <p>A command may be a group of others, as {@code state}: the word behind its name then says which
 * one, and the group itself only has help.
 */
public interface Command {

  /** The name, the operands, the flags and their help; of one in a group, the group's name too. */
  Syntax syntax();

  /**
   * Runs to the end.
   *
   * @return the exit code, see {@link ExitCode}
   * @throws UsageError for words that make no sense together
   * @throws UserError for what the user can put right; its message is all that is shown
   */
  int run(Words words, Console console) throws Exception;

  /** The commands of a group, in the order of its help; none for a command by itself. */
  default List<Command> subcommands() {
    return List.of();
  }

  /** What {@code --help} shows. */
  default String help() {
    return syntax().help();
  }
}
