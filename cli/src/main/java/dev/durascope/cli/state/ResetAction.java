package dev.durascope.cli.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.durascope.cli.command.Console;
import dev.durascope.cli.command.Flag;
import dev.durascope.cli.command.Syntax;
import dev.durascope.cli.command.UserError;
import dev.durascope.cli.command.Words;
import dev.durascope.runtime.state.ProjectState;
import dev.durascope.runtime.state.StateException;
import dev.durascope.runtime.state.StateReset;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/** {@code state reset}: objects start anew, and what they had stored is kept aside. */
final class ResetAction implements StateAction {
  private static final String YES = "--yes";

  @Override
  public Syntax syntax() {
    return new Syntax(
        "state reset",
        "Lets all objects, or those of a class, or one, start empty. What they had is moved to a"
            + " backup, which --persist-to can name.",
        List.of("CLASS", "OBJECT"),
        List.of(Flag.ofSwitch(YES, "Do not ask.").withShortName("-y")));
  }

  @Override
  public void run(Words words, Console console, ProjectState state)
      throws StateException, UserError, IOException {
    var reset = StateReset.of(state, Place.classes(words, state), Place.onlyObject(words, state));
    if (reset.count() == 0) {
      console.err().println("There is nothing to reset.");
      return;
    }
    if (!words.has(YES) && !isWanted(reset, console)) {
      throw new UserError("nothing was reset. Give --yes to be not asked.");
    }
    var backup = reset.run(Clock.systemUTC());
    console
        .err()
        .println(
            "Reset " + Lines.count(reset.count(), "object") + ". What was stored is in " + backup);
  }

  private static boolean isWanted(StateReset reset, Console console) throws IOException {
    for (var part : reset.objects()) {
      console
          .err()
          .println(
              "  " + part.type().uniqueKey() + ": " + Lines.count(part.ids().size(), "object"));
    }
    console.err().print("Reset them? [y/N] ");
    console.err().flush();
    var answer = new BufferedReader(new InputStreamReader(console.in(), UTF_8)).readLine();
    return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
  }
}
