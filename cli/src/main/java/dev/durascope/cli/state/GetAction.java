package dev.durascope.cli.state;

import dev.durascope.cli.command.Console;
import dev.durascope.cli.command.Flag;
import dev.durascope.cli.command.Syntax;
import dev.durascope.cli.command.UsageError;
import dev.durascope.cli.command.UserError;
import dev.durascope.cli.command.Words;
import dev.durascope.runtime.state.ProjectState;
import dev.durascope.runtime.state.StateException;
import dev.durascope.runtime.wire.WireJson;
import dev.durascope.runtime.wire.WireLiteral;
import java.util.List;

/** {@code state get}: one value. */
final class GetAction implements StateAction {
  private static final String JSON = "--json";

  @Override
  public Syntax syntax() {
    return new Syntax(
        "state get",
        "Prints a value as JavaScript, which \"state put\" takes.",
        List.of("CLASS", "OBJECT", "KEY"),
        List.of(
            Flag.ofSwitch(
                JSON, "As JSON that loses nothing, which \"state put --json\" takes instead.")));
  }

  @Override
  public void run(Words words, Console console, ProjectState state)
      throws StateException, UsageError, UserError {
    var object = Place.object(words, state);
    var key = Place.required(words, 2, "KEY");
    var value = state.objects().read(object, key);
    if (value.isEmpty()) {
      throw new UserError(object + " has no key \"" + key + "\".");
    }
    console
        .out()
        .println(
            words.has(JSON) ? WireJson.write(value.get()).toString() : WireLiteral.of(value.get()));
  }
}
