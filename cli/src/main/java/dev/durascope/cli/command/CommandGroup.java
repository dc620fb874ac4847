package dev.durascope.cli.command;

import java.util.List;

/**
 * Commands that share a first word.
 *
 * @param name the first word
 * @param summary one sentence on what they do together
 * @param subcommands the names of their syntax begin with {@code name} and a space
 */
public record CommandGroup(String name, String summary, List<Command> subcommands)
    implements Command {

  public CommandGroup {
    subcommands = List.copyOf(subcommands);
  }

  @Override
  public Syntax syntax() {
    return new Syntax(name, summary, List.of(), List.of());
  }

  @Override
  public String help() {
    var out =
        new StringBuilder("Usage: durascope ")
            .append(name)
            .append(" COMMAND [words]\n\n")
            .append(summary)
            .append("\n\n");
    for (var command : subcommands) {
      Syntax.row(out, lastWord(command), command.syntax().summary());
    }
    Syntax.row(out, "--help", "Show this help; behind a command, the command's.");
    return out.toString();
  }

  @Override
  public int run(Words words, Console console) throws UsageError {
    throw new UsageError(name, "one of its commands has to be named");
  }

  /**
   * The command of this name among several.
   *
   * @param before what stands before it on the line; empty for the first word
   * @throws UsageError if there is none
   */
  public static Command find(String before, String name, List<Command> commands) throws UsageError {
    for (var command : commands) {
      if (lastWord(command).equals(name)) {
        return command;
      }
    }
    var names = commands.stream().map(CommandGroup::lastWord).toList();
    throw new UsageError(
        before, "there is no command \"" + name + "\"" + Syntax.suggestion(name, names));
  }

  private static String lastWord(Command command) {
    var name = command.syntax().name();
    return name.substring(name.lastIndexOf(' ') + 1);
  }
}
