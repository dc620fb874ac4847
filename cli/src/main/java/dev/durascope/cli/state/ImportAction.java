package dev.durascope.cli.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.durascope.cli.command.Console;
import dev.durascope.cli.command.Flag;
import dev.durascope.cli.command.Syntax;
import dev.durascope.cli.command.UsageError;
import dev.durascope.cli.command.UserError;
import dev.durascope.cli.command.Words;
import dev.durascope.runtime.state.ExportReader;
import dev.durascope.runtime.state.ProjectState;
import dev.durascope.runtime.state.StateClass;
import dev.durascope.runtime.state.StateException;
import dev.durascope.runtime.state.StateImport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/** {@code state import}: reads what an export has written. */
final class ImportAction implements StateAction {
  private static final String CLASS = "--class";
  private static final String STANDARD_INPUT = "-";

  @Override
  public Syntax syntax() {
    return new Syntax(
        "state import",
        "Reads an export; a dash reads it from standard input. All of it is taken over, or"
            + " nothing.",
        List.of("FILE"),
        List.of(
            Flag.ofValue(
                CLASS,
                "CLASS",
                "The class that all objects become, in place of their own. Their ids follow from"
                    + " their names."),
            Carrying.REPLACE,
            Carrying.SKIP_UNNAMED));
  }

  @Override
  public void run(Words words, Console console, ProjectState state)
      throws StateException, UsageError, UserError, IOException {
    var name = Place.required(words, 0, "FILE");
    var as = words.value(CLASS);
    Optional<StateClass> type =
        as.isPresent() ? Optional.of(state.type(as.get())) : Optional.empty();
    var file = words.path(name, console);
    if (!name.equals(STANDARD_INPUT) && !Files.isRegularFile(file)) {
      throw new UserError("there is no file " + file);
    }
    var options =
        new ExportReader.Options(
            type, Optional.empty(), Carrying.replaces(words), Carrying.skips(words));
    try (var in =
        name.equals(STANDARD_INPUT)
            ? new BufferedReader(new InputStreamReader(console.in(), UTF_8))
            : Files.newBufferedReader(file)) {
      var outcome = StateImport.read(state, in, options);
      var totals = outcome.totals();
      console
          .err()
          .println(
              "Imported "
                  + Lines.count(totals.objects(), "object")
                  + " with "
                  + Lines.count(totals.keys(), "key")
                  + " and "
                  + Lines.count(totals.rows(), "row")
                  + (outcome.skipped() == 0
                      ? "."
                      : "; "
                          + Lines.count(outcome.skipped(), "object")
                          + " without a name left out."));
    }
  }
}
