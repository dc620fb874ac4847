package dev.durascope.cli.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.durascope.cli.command.Console;
import dev.durascope.cli.command.Flag;
import dev.durascope.cli.command.Syntax;
import dev.durascope.cli.command.UsageError;
import dev.durascope.cli.command.Words;
import dev.durascope.runtime.state.ProjectState;
import dev.durascope.runtime.state.StateException;
import dev.durascope.runtime.state.StateExport;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.file.Files;
import java.util.List;

/** {@code state export}: state as lines of JSON. */
final class ExportAction implements StateAction {
  private static final String OUTPUT = "--output";

  @Override
  public Syntax syntax() {
    return new Syntax(
        "state export",
        "Writes all state, or that of a class or an object, as lines of JSON that \"state import\""
            + " reads: keys of every type, SQL tables, alarms, names.",
        List.of("CLASS", "OBJECT"),
        List.of(
            Flag.ofValue(OUTPUT, "FILE", "Where to. Default: standard output.")
                .withShortName("-o")));
  }

  @Override
  public void run(Words words, Console console, ProjectState state)
      throws StateException, UsageError, IOException {
    var classes = Place.classes(words, state);
    var only = Place.onlyObject(words, state);
    var file = Place.path(words, OUTPUT, console);
    try (var out =
        file.isPresent()
            ? Files.newBufferedWriter(file.get())
            : new BufferedWriter(new OutputStreamWriter(console.out(), UTF_8))) {
      var totals = new StateExport(out).write(state, classes, only);
      console
          .err()
          .println(
              "Exported "
                  + Lines.count(totals.objects(), "object")
                  + " with "
                  + Lines.count(totals.keys(), "key")
                  + " and "
                  + Lines.count(totals.rows(), "row")
                  + ".");
    }
  }
}
