package dev.durascope.languageserver.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.durascope.languageserver.feature.Formatting;
import dev.durascope.model.config.WranglerConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;

/** Answers that change texts: the files as they are afterwards. */
final class EditAnswers {

  private EditAnswers() {}

  /** What can be renamed at the cursor, and the project under the name {@code //! new name}. */
  static String rename(AskedProject project) throws IOException {
    var prepared = project.ask("textDocument/prepareRename", project.aboutCursor());
    var params = project.aboutCursor();
    params.addProperty("newName", project.fixture().option("new name"));
    var response = project.tryToAsk("textDocument/rename", params);
    var words = new StringBuilder();
    words.append(
        prepared.isJsonNull()
            ? "Nothing can be renamed here.\n"
            : "Renames %s\n"
                .formatted(project.inDocument(prepared.getAsJsonObject().get("range"))));
    if (response.has("error")) {
      var reason = response.getAsJsonObject("error").get("message").getAsString();
      return words.append("Refused: ").append(project.words(reason)).append('\n').toString();
    }
    var edit = response.get("result");
    if (edit == null || edit.isJsonNull()) {
      return words.append("Changes nothing.\n").toString();
    }
    return words + asked(edit.getAsJsonObject()) + project.files(project.changed(edit));
  }

  /** What the user is asked about. */
  private static String asked(JsonObject edit) {
    var words = new StringBuilder();
    if (edit.has("changeAnnotations")) {
      for (var annotation : edit.getAsJsonObject("changeAnnotations").asMap().values()) {
        words
            .append("Asks: ")
            .append(annotation.getAsJsonObject().get("label").getAsString())
            .append('\n');
      }
    }
    return words.toString();
  }

  /** What is offered, each with its kind, and the project after the one of {@code //! do}. */
  static String codeAction(AskedProject project) throws IOException {
    var fixture = project.fixture();
    var params = project.aboutDocument();
    params.add("range", project.range(fixture.start(), fixture.end()));
    params.add("context", AskedProject.json("{\"diagnostics\": []}"));
    var titles = new ArrayList<String>();
    var done = Optional.<String>empty();
    for (var offered : project.ask("textDocument/codeAction", params).getAsJsonArray()) {
      var action = offered.getAsJsonObject();
      var title = action.get("title").getAsString();
      titles.add(project.words(action.get("kind").getAsString() + ": " + title));
      if (done.isEmpty() && title.equals(fixture.options().get("do"))) {
        done = Optional.of(project.files(project.changed(action.get("edit"))));
      }
    }
    if (fixture.options().containsKey("do")) {
      assertThat(done).as("one of %s", titles).isPresent();
    }
    return PlaceAnswers.lines(titles) + done.orElse("");
  }

  /** The text made even. It means what it meant, has its comments, and is even afterwards. */
  static String formatting(AskedProject project) throws IOException {
    return formatted(project, "textDocument/formatting", project.aboutDocument());
  }

  static String rangeFormatting(AskedProject project) throws IOException {
    var fixture = project.fixture();
    var params = project.aboutDocument();
    params.add("range", project.range(fixture.start(), fixture.end()));
    return formatted(project, "textDocument/rangeFormatting", params);
  }

  private static String formatted(AskedProject project, String method, JsonObject params)
      throws IOException {
    var fixture = project.fixture();
    var options = new JsonObject();
    var size = Optional.ofNullable(fixture.options().get("tab size")).orElse("2");
    options.addProperty("tabSize", Integer.parseInt(size));
    options.addProperty("insertSpaces", !fixture.options().containsKey("with tabs"));
    params.add("options", options);
    var edits = project.ask(method, params).getAsJsonArray().asList();
    if (edits.isEmpty()) {
      return "Nothing changes.\n";
    }
    var asked = fixture.asked();
    var before = WranglerConfig.parse(asked, project.text(asked));
    var text = project.edited(asked, edits);
    var after = WranglerConfig.parse(asked, text);
    assertThat(after.document().root().toPlain()).isEqualTo(before.document().root().toPlain());
    assertThat(text.replaceAll("\\s", "")).isEqualTo(project.text(asked).replaceAll("\\s", ""));
    var unit =
        fixture.options().containsKey("with tabs") ? "\t" : " ".repeat(Integer.parseInt(size));
    if (!params.has("range")) {
      assertThat(Formatting.of(after, unit)).as("what is uneven still").isEmpty();
    }
    return project.files(Map.of(asked, text));
  }

  /** The project before {@code //! moves: /from -> /to} is done. */
  static String fileRename(AskedProject project) throws IOException {
    var moves = new JsonArray();
    for (var move : project.fixture().option("moves").split(", ", -1)) {
      var both = move.split(" -> ", 2);
      var file = new JsonObject();
      file.addProperty("oldUri", project.uri(Path.of(both[0])));
      file.addProperty("newUri", project.uri(Path.of(both[1])));
      moves.add(file);
    }
    var params = new JsonObject();
    params.add("files", moves);
    var edit = project.ask("workspace/willRenameFiles", params);
    return edit.isJsonNull() ? "Nothing changes.\n" : project.files(project.changed(edit));
  }
}
