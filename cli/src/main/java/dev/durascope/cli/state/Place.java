package dev.durascope.cli.state;

import dev.durascope.cli.command.Console;
import dev.durascope.cli.command.Flag;
import dev.durascope.cli.command.UsageError;
import dev.durascope.cli.command.Words;
import dev.durascope.runtime.state.ProjectState;
import dev.durascope.runtime.state.StateClass;
import dev.durascope.runtime.state.StateException;
import dev.durascope.runtime.state.StateObject;
import dev.durascope.runtime.state.StateOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the state is: the flags that say it, and the operands that name a part of it. */
final class Place {
  private static final String CWD = "--cwd";
  private static final String CONFIG = "--config";
  private static final String ENV = "--env";
  private static final String PERSIST_TO = "--persist-to";

  /** What all commands of the group understand. */
  static final List<Flag> FLAGS =
      List.of(
          Flag.ofValue(CWD, "DIR", "The project's directory. Default: this one."),
          Flag.ofValue(CONFIG, "FILE", "The Wrangler configuration, if it is not to be looked for.")
              .withShortName("-c"),
          Flag.ofValue(ENV, "NAME", "The environment in the configuration.").withShortName("-e"),
          Flag.ofValue(
              PERSIST_TO, "DIR", "Where the objects' storage is. Default: .wrangler/state."));

  private Place() {}

  static ProjectState open(Words words, Console console) throws UsageError, StateException {
    return ProjectState.locate(options(words, console));
  }

  static StateOptions options(Words words, Console console) throws UsageError {
    return new StateOptions(
        words.path(words.value(CWD).orElse(""), console),
        path(words, CONFIG, console),
        words.value(ENV),
        path(words, PERSIST_TO, console));
  }

  static Optional<Path> path(Words words, String flag, Console console) throws UsageError {
    var value = words.value(flag);
    return value.isPresent() ? Optional.of(words.path(value.get(), console)) : Optional.empty();
  }

  /** An operand that must be there. */
  static String required(Words words, int index, String name) throws UsageError {
    return words
        .operand(index)
        .orElseThrow(() -> new UsageError(words.command(), name + " has to be given"));
  }

  /** The object that the first two operands name, which must exist. */
  static StateObject object(Words words, ProjectState state) throws UsageError, StateException {
    var type = state.type(required(words, 0, "CLASS"));
    return state.existing(type, required(words, 1, "OBJECT"));
  }

  /** The classes that the first operand names: one, or all. */
  static List<StateClass> classes(Words words, ProjectState state) throws StateException {
    var name = words.operand(0);
    return name.isPresent() ? List.of(state.type(name.get())) : state.classes();
  }

  /** The object that the second operand names, if there is one. */
  static Optional<StateObject> onlyObject(Words words, ProjectState state) throws StateException {
    var name = words.operand(1);
    return name.isPresent()
        ? Optional.of(state.existing(state.type(words.operand(0).orElseThrow()), name.get()))
        : Optional.empty();
  }
}
