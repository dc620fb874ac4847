package dev.durascope.cli.state;

import dev.durascope.cli.command.Console;
import dev.durascope.cli.command.Syntax;
import dev.durascope.cli.command.Words;
import dev.durascope.runtime.state.ProjectState;

/** What one command of the group does with the state, once that has been found. */
interface StateAction {

  /** Its words, without the flags that all of the group have. */
  Syntax syntax();

  /** Does it. */
  void run(Words words, Console console, ProjectState state) throws Exception;
}
