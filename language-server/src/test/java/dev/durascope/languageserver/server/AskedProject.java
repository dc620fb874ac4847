package dev.durascope.languageserver.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.durascope.model.config.ConfigFiles;
import dev.durascope.model.config.WranglerConfig;
import dev.durascope.model.text.LineIndex;
import dev.durascope.model.text.Position;
import dev.durascope.model.text.Span;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The project of a {@link FeatureFixture} on a real disk, with a server at the other end of real
 * streams, and words for what that answers.
 *
 * <p>Its words are exact, with lines and columns that count from one. Or they are those that two
 * syntaxes have in common: of a configuration neither its name nor its lines, and what it means
 * where it was changed.
 */
final class AskedProject implements AutoCloseable {

  private final FeatureFixture fixture;
  private final Path root;
  private final boolean exact;
  private final RawClient client;
  private final JsonObject capabilities;
  private int asked;

  AskedProject(FeatureFixture fixture, Path directory, boolean exact) throws IOException {
    this.fixture = fixture;
    this.root = directory.toRealPath();
    this.exact = exact;
    for (var file : fixture.files().entrySet()) {
      var path = onDisk(file.getKey());
      Files.createDirectories(Optional.ofNullable(path.getParent()).orElseThrow());
      Files.writeString(path, file.getValue());
    }
    client = new RawClient();
    // It can all that changes the answers, asks for diagnostics, and gets none unasked.
    capabilities =
        request(
                "initialize",
                """
                {"initializationOptions": {"commands": ["durascope.showPlaces", "durascope.debug"]},
                 "workspaceFolders": [{"uri": "%s", "name": "root"}],
                 "capabilities": {
                   "textDocument": {"diagnostic": {}%s},
                   "workspace": {"workspaceEdit": {
                     "documentChanges": true, "changeAnnotationSupport": {"groupsOnLabel": true}}}}}
                """
                    .formatted(uri(Path.of("/")), items(fixture)))
            .getAsJsonObject()
            .getAsJsonObject("capabilities");
    client.notify("initialized", "{}");
    var open = new JsonObject();
    var document = document();
    document.addProperty("languageId", "any");
    document.addProperty("version", 1);
    document.addProperty("text", text(fixture.asked()));
    open.add("textDocument", document);
    client.notify("textDocument/didOpen", open.toString());
  }

  /** What it can do with items of completion; the fewest can all of it. */
  private static String items(FeatureFixture fixture) {
    return fixture.options().containsKey("rich items")
        ? """
          , "completion": {"completionItem": {"snippetSupport": true, "labelDetailsSupport": true,
            "commitCharactersSupport": true, "tagSupport": {"valueSet": [1]}}}
          """
        : "";
  }

  FeatureFixture fixture() {
    return fixture;
  }

  /** What the server says it can. */
  JsonObject capabilities() {
    return capabilities;
  }

  private JsonElement request(String method, String params) throws IOException {
    var response = response(method, params);
    assertThat(response.get("error")).as("the answer to %s", method).isNull();
    return Optional.ofNullable(response.get("result")).orElse(JsonNull.INSTANCE);
  }

  private JsonObject response(String method, String params) throws IOException {
    asked++;
    return client.request(asked, method, params).response(asked);
  }

  /** The answer to a question about the document. */
  JsonElement ask(String method, JsonObject params) throws IOException {
    return request(method, params.toString());
  }

  /** The whole answer, which may be a refusal. */
  JsonObject tryToAsk(String method, JsonObject params) throws IOException {
    return response(method, params.toString());
  }

  /** Parameters that name the document. */
  JsonObject aboutDocument() {
    var params = new JsonObject();
    params.add("textDocument", document());
    return params;
  }

  /** Parameters that name the document and the cursor. */
  JsonObject aboutCursor() {
    var params = aboutDocument();
    params.add("position", position(fixture.start()));
    return params;
  }

  private JsonObject document() {
    var document = new JsonObject();
    document.addProperty("uri", uri(fixture.asked()));
    return document;
  }

  JsonObject position(int offset) {
    var at = LineIndex.of(text(fixture.asked())).position(offset);
    var position = new JsonObject();
    position.addProperty("line", at.line());
    position.addProperty("character", at.column());
    return position;
  }

  JsonObject range(int start, int end) {
    var range = new JsonObject();
    range.add("start", position(start));
    range.add("end", position(end));
    return range;
  }

  String text(Path file) {
    return fixture.files().getOrDefault(file, "");
  }

  String uri(Path file) {
    return onDisk(file).toUri().toString();
  }

  private Path onDisk(Path file) {
    return root.resolve(Path.of("/").relativize(file).toString());
  }

  Path file(JsonElement uri) {
    return Path.of("/").resolve(root.relativize(Path.of(URI.create(uri.getAsString()))));
  }

  /** The name of a file; of a configuration only what both syntaxes have, where that is wanted. */
  String name(Path file) {
    return words(file.toString());
  }

  /** Words of the server's, in which a configuration's name may be. */
  String words(String text) {
    return exact ? text : text.replaceAll("\\.(toml|jsonc?)\\b", ".config");
  }

  /** {@code /path:line:column text} of a location. */
  String location(JsonElement location) {
    var at = location.getAsJsonObject();
    return place(file(at.get("uri")), at.get("range"));
  }

  /** {@code /path:line:column text}. */
  String place(Path file, JsonElement range) {
    return name(file) + lineOf(file, range) + " " + textOf(file, range);
  }

  /** {@code line:column text} in the document. */
  String inDocument(JsonElement range) {
    return (lineOf(fixture.asked(), range) + " " + textOf(fixture.asked(), range)).substring(1);
  }

  private String lineOf(Path file, JsonElement range) {
    if (!exact && ConfigFiles.isConfig(file)) {
      return "";
    }
    var start = positionOf(range.getAsJsonObject().get("start"));
    return ":%d:%d".formatted(start.line() + 1, start.column() + 1);
  }

  /** What stands there, on one line. */
  String textOf(Path file, JsonElement range) {
    var text = span(file, range).of(text(file)).replace("\r", "␍").replace("\n", "␤");
    return exact ? text : text.replaceAll("^[\"'\\[{ ]+|[\"'\\]} ]+$", "");
  }

  private Span span(Path file, JsonElement range) {
    var lines = LineIndex.of(text(file));
    var both = range.getAsJsonObject();
    return new Span(
        lines.offset(positionOf(both.get("start"))), lines.offset(positionOf(both.get("end"))));
  }

  private static Position positionOf(JsonElement position) {
    var at = position.getAsJsonObject();
    return new Position(at.get("line").getAsInt(), at.get("character").getAsInt());
  }

  /** The files that a {@code WorkspaceEdit} changes, as they are afterwards. */
  Map<Path, String> changed(JsonElement edit) {
    var changed = new LinkedHashMap<Path, String>();
    for (var change : edit.getAsJsonObject().getAsJsonArray("documentChanges")) {
      var path = file(change.getAsJsonObject().getAsJsonObject("textDocument").get("uri"));
      var edits = change.getAsJsonObject().getAsJsonArray("edits").asList();
      assertThat(changed.put(path, edited(path, edits))).as("edits of %s", path).isNull();
    }
    return changed;
  }

  /** The file after {@code TextEdit}s, none of which may touch what another changes. */
  String edited(Path file, List<JsonElement> edits) {
    record Edit(Span span, String text) {}
    var sorted = new ArrayList<Edit>();
    for (var edit : edits) {
      var each = edit.getAsJsonObject();
      sorted.add(new Edit(span(file, each.get("range")), each.get("newText").getAsString()));
    }
    // Those at one place keep their order, as the protocol has it.
    sorted.sort(Comparator.comparingInt(edit -> edit.span().start()));
    var text = new StringBuilder();
    int at = 0;
    for (var edit : sorted) {
      assertThat(edit.span().start()).as("edits that overlap").isGreaterThanOrEqualTo(at);
      text.append(text(file), at, edit.span().start()).append(edit.text());
      at = edit.span().end();
    }
    return text.append(text(file).substring(at)).toString();
  }

  /** {@code //- /path} and the text, in the project's order. */
  String files(Map<Path, String> changed) {
    var text = new StringBuilder();
    var names = new ArrayList<>(fixture.files().keySet());
    changed.keySet().stream().filter(each -> !names.contains(each)).forEach(names::add);
    for (var file : names) {
      if (changed.containsKey(file)) {
        text.append("//- ").append(name(file)).append('\n');
        text.append(content(file, Optional.ofNullable(changed.get(file)).orElseThrow()));
      }
    }
    return text.toString();
  }

  private String content(Path file, String text) {
    if (!exact && ConfigFiles.isConfig(file)) {
      var document = WranglerConfig.parse(file, text).document();
      assertThat(document.problems()).as("faults of %s", text).isEmpty();
      return document.root().toPlain() + "\n";
    }
    var shown = text.replace("\uFEFF", "<BOM>").replace("\r", "␍");
    return shown.endsWith("\n") ? shown : shown + "<no line end>\n";
  }

  static JsonObject json(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }

  @Override
  public void close() throws IOException {
    request("shutdown", "{}");
    client.notify("exit", "{}");
    assertThat(client.exitCode()).isEqualTo(LanguageServerMain.ORDERLY);
    client.close();
  }
}
