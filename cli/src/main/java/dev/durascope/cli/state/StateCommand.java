package dev.durascope.cli.state;

import dev.durascope.cli.command.Command;
import dev.durascope.cli.command.CommandGroup;
import dev.durascope.cli.command.Console;
import dev.durascope.cli.command.ExitCode;
import dev.durascope.cli.command.Syntax;
import dev.durascope.cli.command.UserError;
import dev.durascope.cli.command.Words;
import dev.durascope.runtime.state.StateException;
import dev.durascope.runtime.storage.SqlException;
import dev.durascope.runtime.storage.StorageException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A command of {@code durascope state}: finds the state by the flags that all of them have, and
 * tells the user's errors from ours.
 */
public record StateCommand(StateAction action) implements Command {

  /** All of them. */
  public static Command group() {
    return new CommandGroup(
        "state",
        "Shows and changes what a project's objects have stored, while it runs or not; also what"
            + " wrangler dev has stored.",
        Stream.of(
                new ListAction(),
                new GetAction(),
                new PutAction(),
                new DeleteAction(),
                new SqlAction(),
                new ExportAction(),
                new ImportAction(),
                new CopyAction(),
                new ResetAction(),
                new ApplyAction(),
                new UndoAction())
            .<Command>map(StateCommand::new)
            .toList());
  }

  @Override
  public Syntax syntax() {
    var own = action.syntax();
    var flags = new ArrayList<>(own.flags());
    flags.addAll(Place.FLAGS);
    return new Syntax(own.name(), own.summary(), own.operands(), List.copyOf(flags));
  }

  @Override
  public int run(Words words, Console console) throws Exception {
    try {
      action.run(words, console, Place.open(words, console));
      console.out().flush();
      return ExitCode.OK;
    } catch (StateException e) {
      throw new UserError(e.getMessage() + Syntax.suggestion(e.word(), e.candidates()));
    } catch (StorageException | SqlException e) {
      throw new UserError(String.valueOf(e.getMessage()));
    }
  }
}
