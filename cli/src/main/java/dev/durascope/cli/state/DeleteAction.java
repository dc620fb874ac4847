package dev.durascope.cli.state;

import dev.durascope.cli.command.Console;
import dev.durascope.cli.command.Syntax;
import dev.durascope.cli.command.UsageError;
import dev.durascope.cli.command.UserError;
import dev.durascope.cli.command.Words;
import dev.durascope.runtime.state.ProjectState;
import dev.durascope.runtime.state.StateException;
import java.util.List;

/** {@code state delete}: removes a key. */
final class DeleteAction implements StateAction {

  @Override
  public Syntax syntax() {
    return new Syntax(
        "state delete",
        "Removes a key. Whole objects are the matter of \"state reset\".",
        List.of("CLASS", "OBJECT", "KEY"),
        List.of());
  }

  @Override
  public void run(Words words, Console console, ProjectState state)
      throws StateException, UsageError, UserError {
    var object = Place.object(words, state);
    var key = Place.required(words, 2, "KEY");
    if (!state.objects().delete(object, key)) {
      throw new UserError(object + " has no key \"" + key + "\".");
    }
  }
}
