package dev.durascope.cli.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.durascope.cli.command.Console;
import dev.durascope.cli.command.Flag;
import dev.durascope.cli.command.Syntax;
import dev.durascope.cli.command.UsageError;
import dev.durascope.cli.command.UserError;
import dev.durascope.cli.command.Words;
import dev.durascope.runtime.state.ProjectState;
import dev.durascope.runtime.state.StateException;
import dev.durascope.runtime.wire.WireJson;
import dev.durascope.runtime.wire.WireValue;
import dev.durascope.runtime.wire.js.ErrorForm;
import dev.durascope.runtime.wire.js.ValueExpression;
import java.io.IOException;
import java.util.List;

/** {@code state put}: stores a value. */
final class PutAction implements StateAction {
  private static final String JSON = "--json";
  private static final String STANDARD_INPUT = "-";

  @Override
  public Syntax syntax() {
    return new Syntax(
        "state put",
        "Stores a value. VALUE is JavaScript, as '{at: new Date(0)}', and so may be JSON; a dash"
            + " reads it from standard input. The object need not exist.",
        List.of("CLASS", "OBJECT", "KEY", "VALUE"),
        List.of(Flag.ofSwitch(JSON, "VALUE is JSON as \"state get --json\" prints it.")));
  }

  @Override
  public void run(Words words, Console console, ProjectState state)
      throws StateException, UsageError, UserError, IOException {
    var type = state.type(Place.required(words, 0, "CLASS"));
    var object = state.object(type, Place.required(words, 1, "OBJECT"));
    var key = Place.required(words, 2, "KEY");
    var word = Place.required(words, 3, "VALUE");
    var text = word.equals(STANDARD_INPUT) ? new String(console.in().readAllBytes(), UTF_8) : word;
    state.objects().write(object, key, value(words, state, text));
  }

  private static WireValue value(Words words, ProjectState state, String text) throws UserError {
    try {
      return words.has(JSON)
          ? WireJson.read(JsonParser.parseString(text))
          : ValueExpression.evaluate(
              text, state.hasEnhancedErrors() ? ErrorForm.ENHANCED : ErrorForm.PLAIN);
    } catch (IllegalArgumentException | JsonParseException e) {
      throw new UserError(
          "VALUE is no "
              + (words.has(JSON) ? "JSON of a value: " : "JavaScript that makes a value: ")
              + e.getMessage()
              + (words.has(JSON) ? "" : ". A text needs quotation marks: '\"text\"'."));
    }
  }
}
