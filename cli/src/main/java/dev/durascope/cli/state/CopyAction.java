package dev.durascope.cli.state;

import dev.durascope.cli.command.Console;
import dev.durascope.cli.command.Flag;
import dev.durascope.cli.command.Syntax;
import dev.durascope.cli.command.UsageError;
import dev.durascope.cli.command.Words;
import dev.durascope.runtime.state.ProjectState;
import dev.durascope.runtime.state.StateClass;
import dev.durascope.runtime.state.StateCopy;
import dev.durascope.runtime.state.StateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code state copy}: objects to another class, another folder of state, another name. */
final class CopyAction implements StateAction {
  private static final String TO = "--to";
  private static final String TO_PERSIST = "--to-persist";
  private static final String AS = "--as";

  @Override
  public Syntax syntax() {
    return new Syntax(
        "state copy",
        "Copies objects to another class or another folder of state. Where the class changes, their"
            + " ids follow from their names.",
        List.of("CLASS", "OBJECT"),
        List.of(
            Flag.ofValue(
                TO,
                "CLASS",
                "The class they become: one of the same worker, or WORKER-CLASS. Default: their"
                    + " own."),
            Flag.ofValue(TO_PERSIST, "DIR", "The folder of state they go to. Default: their own."),
            Flag.ofValue(AS, "NAME", "The new name of the one object."),
            Carrying.REPLACE,
            Carrying.SKIP_UNNAMED));
  }

  @Override
  public void run(Words words, Console console, ProjectState state)
      throws StateException, UsageError {
    var only = Place.onlyObject(words, state);
    var as = words.value(AS);
    if (as.isPresent() && only.isEmpty()) {
      throw new UsageError(words.command(), AS + " needs one OBJECT");
    }
    var folder = Place.path(words, TO_PERSIST, console);
    var target = folder.isPresent() ? other(words, console, folder.get()) : state;
    var options = new StateCopy.Options(as, Carrying.replaces(words), Carrying.skips(words));
    var copied = 0;
    for (var type : Place.classes(words, state)) {
      copied += StateCopy.copy(state, type, only, target, target(words, type), options);
    }
    console.err().println("Copied " + Lines.count(copied, "object") + ".");
  }

  private static ProjectState other(Words words, Console console, Path folder)
      throws UsageError, StateException {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new StateException("the folder " + folder + " cannot be made: " + e);
    }
    return ProjectState.locate(Place.options(words, console).in(folder));
  }

  private static StateClass target(Words words, StateClass type) throws UsageError {
    Optional<String> to = words.value(TO);
    if (to.isEmpty()) {
      return type;
    }
    if (words.operand(0).isEmpty()) {
      throw new UsageError(words.command(), TO + " needs one CLASS to copy");
    }
    return to.get().contains("-")
        ? StateClass.ofUniqueKey(to.get())
        : new StateClass(type.worker(), to.get());
  }
}
