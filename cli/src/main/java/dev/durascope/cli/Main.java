package dev.durascope.cli;

import dev.durascope.cli.command.Command;
import dev.durascope.cli.command.CommandGroup;
import dev.durascope.cli.command.Console;
import dev.durascope.cli.command.ExitCode;
import dev.durascope.cli.command.Syntax;
import dev.durascope.cli.command.UsageError;
import dev.durascope.cli.command.UserError;
import dev.durascope.cli.state.StateCommand;
import java.util.List;

/**
 * The process: reads the command line, runs one command, and turns what happened into an exit code.
 *
 * <p>Errors are caught here and nowhere else. The user's are shown as one message; ours with a
 * stack trace, which belongs into a report.
 */
public final class Main {
  /** Every command; their order is that of the help. */
  static final List<Command> COMMANDS =
      List.of(
          new DevCommand(),
          new CheckCommand(),
          new ExplainCommand(),
          new TypesCommand(),
          new ConvertCommand(),
          StateCommand.group(),
          new LspCommand(),
          new DapCommand());

  private static final List<String> VERSION = List.of("--version", "-v", "-V", "version");
  private static final List<String> HELP = List.of("--help", "-h", "help");

  private Main() {}

  /** Runs the command that the words name, and ends the process with its exit code. */
  public static void main(String[] args) {
    var console = Console.ofProcess();
    var code = run(List.of(args), console);
    console.out().flush();
    System.exit(code);
  }

  /** Runs the command that the words name. */
  static int run(List<String> line, Console console) {
    try {
      if (line.isEmpty()) {
        console.err().print(help());
        return ExitCode.USAGE;
      }
      var name = line.getFirst();
      if (HELP.contains(name)) {
        console.out().print(help());
        return ExitCode.OK;
      }
      if (VERSION.contains(name)) {
        console.out().println(Versions.text());
        return ExitCode.OK;
      }
      var command = CommandGroup.find("", name, COMMANDS);
      var words = line.subList(1, line.size());
      while (namesSubcommand(command, words)) {
        var group = command.syntax().name();
        command = CommandGroup.find(group, words.getFirst(), command.subcommands());
        words = words.subList(1, words.size());
      }
      return run(command, words, console);
    } catch (UsageError e) {
      console.err().println(e.text());
      return ExitCode.USAGE;
    }
  }

  private static boolean namesSubcommand(Command command, List<String> words) {
    return !command.subcommands().isEmpty()
        && !words.isEmpty()
        && !words.getFirst().startsWith("-");
  }

  private static int run(Command command, List<String> line, Console console) throws UsageError {
    var syntax = command.syntax();
    var words = syntax.parse(line);
    if (words.has(Syntax.HELP.name())) {
      console.out().print(command.help());
      return ExitCode.OK;
    }
    try {
      return command.run(words, console);
    } catch (UserError e) {
      console.err().println("durascope " + syntax.name() + ": " + e.getMessage());
      return ExitCode.FAILED;
    } catch (UsageError e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.FAILED;
    } catch (Exception | LinkageError | AssertionError e) {
      console
          .err()
          .println(
              "durascope "
                  + syntax.name()
                  + ": a fault of durascope's own. Please report it, with all that follows.");
      console.err().println(Versions.text());
      e.printStackTrace(console.err());
      return ExitCode.INTERNAL;
    }
  }

  private static String help() {
    var out =
        new StringBuilder(
            """
            Language server, debugger and local runtime for Cloudflare Durable Objects.

            Usage: durascope COMMAND [words]

            """);
    for (var command : COMMANDS) {
      Syntax.row(out, command.syntax().name(), command.syntax().summary());
    }
    Syntax.row(out, "--version", "Show the version.");
    Syntax.row(out, "--help", "Show this help; behind a command, the command's.");
    return out.toString();
  }
}
