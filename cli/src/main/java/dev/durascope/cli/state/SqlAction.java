package dev.durascope.cli.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import dev.durascope.cli.command.Console;
import dev.durascope.cli.command.Flag;
import dev.durascope.cli.command.Syntax;
import dev.durascope.cli.command.UsageError;
import dev.durascope.cli.command.Words;
import dev.durascope.runtime.state.ObjectSql;
import dev.durascope.runtime.state.ProjectState;
import dev.durascope.runtime.state.StateException;
import java.io.IOException;
import java.util.List;

/** {@code state sql}: asks, or with leave changes, the tables of an object. */
final class SqlAction implements StateAction {
  private static final String WRITE = "--write";
  private static final String JSON = "--json";
  private static final String STANDARD_INPUT = "-";

  @Override
  public Syntax syntax() {
    return new Syntax(
        "state sql",
        "Runs SQL on an object's tables, and prints the rows. A dash reads it from standard input.",
        List.of("CLASS", "OBJECT", "SQL"),
        List.of(
            Flag.ofSwitch(
                WRITE,
                "The SQL may change the tables: several statements, all or none of which hold."),
            Flag.ofSwitch(JSON, "One JSON object a line, a row by its columns.")));
  }

  @Override
  public void run(Words words, Console console, ProjectState state)
      throws StateException, UsageError, IOException {
    var object = Place.object(words, state);
    var word = Place.required(words, 2, "SQL");
    var sql = word.equals(STANDARD_INPUT) ? new String(console.in().readAllBytes(), UTF_8) : word;
    var rows =
        words.has(WRITE) ? ObjectSql.write(state, object, sql) : ObjectSql.read(state, object, sql);
    if (words.has(JSON)) {
      for (var row : rows.json()) {
        var json = new JsonObject();
        for (var i = 0; i < rows.columns().size(); i++) {
          json.add(rows.columns().get(i), row.get(i));
        }
        console.out().println(json);
      }
    } else if (!rows.columns().isEmpty()) {
      var lines = new Lines(rows.columns().toArray(String[]::new));
      rows.text().forEach(row -> lines.add(row.toArray(String[]::new)));
      lines.print(console.out());
    }
  }
}
