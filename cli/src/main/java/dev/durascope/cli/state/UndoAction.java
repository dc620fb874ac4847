package dev.durascope.cli.state;

import dev.durascope.cli.command.Console;
import dev.durascope.cli.command.Flag;
import dev.durascope.cli.command.Syntax;
import dev.durascope.cli.command.UserError;
import dev.durascope.cli.command.Words;
import dev.durascope.runtime.lifecycle.LifecycleException;
import dev.durascope.runtime.lifecycle.LocalLifecycle;
import dev.durascope.runtime.state.ProjectState;
import dev.durascope.runtime.state.StateException;
import java.util.List;

/** {@code state undo}: takes the last application of migrations back. */
final class UndoAction implements StateAction {
  private static final String LIST = "--list";

  @Override
  public Syntax syntax() {
    return new Syntax(
        "state undo",
        "Takes back what the last migrations did to the stored objects: renames, transfers and"
            + " deletions.",
        List.of(),
        List.of(Flag.ofSwitch(LIST, "Only tell what can be taken back, the last first.")));
  }

  @Override
  public void run(Words words, Console console, ProjectState state)
      throws StateException, UserError {
    var config =
        state.config().orElseThrow(() -> new UserError("there is no configuration of a worker"));
    state.requireStopped("be changed");
    try (var lifecycle = LocalLifecycle.of(state.folder().persist(), config.workerName())) {
      if (words.has(LIST)) {
        for (var application : lifecycle.applications().reversed()) {
          application
              .notes()
              .forEach(note -> console.out().println(application.number() + "  " + note));
        }
        return;
      }
      var last =
          lifecycle.undo().orElseThrow(() -> new UserError("there is nothing to be taken back"));
      last.notes().forEach(note -> console.err().println("Taken back: " + note));
    } catch (LifecycleException e) {
      throw new UserError(String.valueOf(e.getMessage()));
    }
  }
}
