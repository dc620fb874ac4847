package dev.durascope.cli.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.durascope.cli.command.Console;
import dev.durascope.cli.command.Flag;
import dev.durascope.cli.command.Syntax;
import dev.durascope.cli.command.UserError;
import dev.durascope.cli.command.Words;
import dev.durascope.runtime.lifecycle.ClassFacts;
import dev.durascope.runtime.lifecycle.LifecycleException;
import dev.durascope.runtime.lifecycle.LocalLifecycle;
import dev.durascope.runtime.lifecycle.Outlook;
import dev.durascope.runtime.state.ProjectState;
import dev.durascope.runtime.state.StateException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Locale;

/** {@code state apply}: what a deployment does to the data of renamed and deleted classes. */
final class ApplyAction implements StateAction {
  private static final String YES = "--yes";
  private static final String DRY_RUN = "--dry-run";

  @Override
  public Syntax syntax() {
    return new Syntax(
        "state apply",
        "Applies the configuration's migrations, or its exports, to the stored objects; also what"
            + " they delete.",
        List.of(),
        List.of(
            Flag.ofSwitch(YES, "Do not ask before data is deleted.").withShortName("-y"),
            Flag.ofSwitch(DRY_RUN, "Only tell what would be done.")));
  }

  @Override
  public void run(Words words, Console console, ProjectState state)
      throws StateException, UserError, IOException {
    var config =
        state.config().orElseThrow(() -> new UserError("there is no configuration to apply"));
    state.requireStopped("be changed");
    try (var lifecycle = LocalLifecycle.of(state.folder().persist(), config.workerName())) {
      var facts = ClassFacts.of(config);
      var outlook = lifecycle.look(facts);
      tell(outlook.warnings(), console);
      if (!outlook.deletions().isEmpty()
          && (words.has(YES) || words.has(DRY_RUN) || isAgreedTo(outlook, console))) {
        outlook = lifecycle.lookWithDeletions(facts);
      }
      if (words.has(DRY_RUN)) {
        outlook.notes().forEach(console.out()::println);
        return;
      }
      if (outlook.refusal().isPresent()) {
        throw new UserError(outlook.refusal().get() + " Nothing was changed.");
      }
      lifecycle.apply(outlook);
      tell(
          outlook.notes().isEmpty() ? List.of("Nothing had to be moved.") : outlook.notes(),
          console);
    } catch (LifecycleException e) {
      throw new UserError(String.valueOf(e.getMessage()));
    }
  }

  private static void tell(List<String> lines, Console console) {
    lines.forEach(console.err()::println);
  }

  private static boolean isAgreedTo(Outlook outlook, Console console) throws IOException {
    for (var deletion : outlook.deletions()) {
      console.err().println("  " + deletion.title() + ", by " + deletion.source());
    }
    console.err().print("Delete them? [y/N] ");
    console.err().flush();
    var answer = new BufferedReader(new InputStreamReader(console.in(), UTF_8)).readLine();
    return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
  }
}
