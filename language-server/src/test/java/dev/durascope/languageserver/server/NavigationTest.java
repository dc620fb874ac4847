package dev.durascope.languageserver.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durascope.languageserver.running.FakeControlApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentLink;
import org.eclipse.lsp4j.DocumentLinkParams;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.ImplementationParams;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SelectionRangeParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conversations about all places that speak of one thing, over real streams and a real disk. */
class NavigationTest {

  private static final String CONFIG =
      """
      main = "src/index.ts"
      [[durable_objects.bindings]]
      name = "ROOM"
      class_name = "Room"
      [[migrations]]
      tag = "v1"
      new_sqlite_classes = ["Room"]
      """;

  @TempDir Path directory;
  private Path project;

  @BeforeEach
  void sources() throws IOException {
    project = directory.resolve("project");
    write("src/index.ts", "export * from './room';\nexport const a = env.ROOM;\n");
    write("src/room.ts", "export class Room {}\n");
    write("test/room.test.ts", "import { Room } from '../src/room';\n");
    write("node_modules/it/index.js", "env.ROOM;\n");
    write("dist/index.js", "env.ROOM;\n");
  }

  private void write(String file, String text) throws IOException {
    Files.createDirectories(project.resolve(file).getParent());
    Files.writeString(project.resolve(file), text);
  }

  @Test
  void referencesAndHighlights() throws IOException {
    try (var editor = new Editor(project)) {
      var abilities = editor.initialize(new ClientCapabilities()).getCapabilities();
      assertThat(abilities.getReferencesProvider().getLeft()).isTrue();
      assertThat(abilities.getDocumentHighlightProvider().getLeft()).isTrue();
      editor.open("wrangler.toml", CONFIG).expect("wrangler.toml");
      assertThat(references(editor, "wrangler.toml", 3, 15, true))
          .containsExactly(
              "src/room.ts 0:13-17",
              "test/room.test.ts 0:9-13",
              "wrangler.toml 3:14-18",
              "wrangler.toml 6:23-27");
      assertThat(references(editor, "wrangler.toml", 2, 9, false))
          .containsExactly("src/index.ts 1:21-25");
      editor.open("src/unsaved.ts", "const { ROOM } = env;\n").expect("wrangler.toml");
      assertThat(references(editor, "src/index.ts", 1, 22, true))
          .containsExactly("src/index.ts 1:21-25", "src/unsaved.ts 0:8-12", "wrangler.toml 2:8-12");
      assertThat(highlights(editor, "wrangler.toml", 3, 18))
          .containsExactly("3:14-18 Read", "6:23-27 Read");
      assertThat(highlights(editor, "wrangler.toml", 2, 9)).containsExactly("2:8-12 Write");
      assertThat(references(editor, "elsewhere.txt", 0, 0, true)).isEmpty();
    }
  }

  /** On the bytes of the wire: a library's client may not see what annotates an edit. */
  @Test
  void aRenamedClassAsksAboutItsObjects() throws IOException {
    write("wrangler.toml", CONFIG);
    try (var client = new RawClient()) {
      client
          .request(
              1,
              "initialize",
              """
              {"capabilities":{"workspace":{"workspaceEdit":{
                "documentChanges":true,"changeAnnotationSupport":{"groupsOnLabel":true}}}}}
              """)
          .response(1);
      client.notify("initialized", "{}");
      var uri = project.resolve("wrangler.toml").toUri();
      var edit =
          client
              .request(
                  2,
                  "textDocument/rename",
                  """
                  {"textDocument":{"uri":"%s"},"position":{"line":3,"character":15},"newName":"Hall"}
                  """
                      .formatted(uri))
              .response(2)
              .getAsJsonObject("result");
      assertThat(edit.getAsJsonObject("changeAnnotations").toString())
          .isEqualTo(
              "{\"offered0\":{\"label\":\"Keep the objects of Room\",\"needsConfirmation\":true,"
                  + "\"description\":\"Without it, Hall starts with no objects, and Cloudflare refuses"
                  + " to deploy while Room has some.\"}}");
      var changes = edit.getAsJsonArray("documentChanges");
      assertThat(changes).hasSize(3);
      var config = changes.get(2).getAsJsonObject();
      assertThat(config.getAsJsonObject("textDocument").get("uri").getAsString())
          .isEqualTo(uri.toString());
      var edits = config.getAsJsonArray("edits");
      assertThat(edits).hasSize(2);
      assertThat(edits.get(0).getAsJsonObject().has("annotationId")).isFalse();
      assertThat(edits.get(1).getAsJsonObject().get("annotationId").getAsString())
          .isEqualTo("offered0");
    }
  }

  @Test
  void aRenamedClassOfAClientThatCannotAsk() throws IOException {
    try (var editor = new Editor(project)) {
      editor.initialize(new ClientCapabilities());
      editor.open("wrangler.toml", CONFIG).expect("wrangler.toml");
      var edit = rename(editor, "wrangler.toml", 3, 15, "Hall");
      assertThat(edit.getChanges().get(editor.uri("wrangler.toml")))
          .extracting(TextEdit::getNewText)
          .containsExactly(
              "Hall",
              """


              [[migrations]]
              tag = "v2"
              renamed_classes = [{ from = "Room", to = "Hall" }]
              """);
    }
  }

  @Test
  void whatCanBeRenamedAndWhatIsRefused() throws IOException {
    try (var editor = new Editor(project)) {
      editor.initialize(new ClientCapabilities());
      editor.open("wrangler.toml", CONFIG).expect("wrangler.toml");
      var documents = editor.server().getTextDocumentService();
      var room = new PrepareRenameParams(document(editor, "wrangler.toml"), new Position(3, 15));
      var prepared = Editor.await(documents.prepareRename(room)).getSecond();
      assertThat(prepared.getPlaceholder()).isEqualTo("Room");
      assertThat(brief(prepared.getRange())).isEqualTo("3:14-18");
      var main = new PrepareRenameParams(document(editor, "wrangler.toml"), new Position(0, 9));
      assertThat(Editor.await(documents.prepareRename(main))).isNull();
      assertThatThrownBy(() -> rename(editor, "wrangler.toml", 3, 15, "a b"))
          .hasRootCauseMessage("\"a b\" is no name for a class.");
    }
  }

  @Test
  void lensesSayWhatTheTextsAndTheRunningProjectSay() throws Exception {
    try (var project = new FakeControlApi(this.project);
        var client = new RawClient()) {
      write("wrangler.toml", CONFIG);
      client
          .request(
              1,
              "initialize",
              """
              {"initializationOptions":{"commands":["durascope.debug","durascope.showPlaces"]},
               "capabilities":{"workspace":{"codeLens":{"refreshSupport":true}}}}
              """)
          .response(1);
      client.notify("initialized", "{}");
      assertThat(lenses(client, 2, "src/room.ts"))
          .containsExactly(
              "1 binding · migrated v1 (SQLite) durascope.showPlaces", "Debug durascope.debug");
      project.start();
      client.notify(
          "workspace/didChangeWatchedFiles",
          "{\"changes\":[{\"uri\":\"%s\",\"type\":1}]}".formatted(project.file().toUri()));
      assertThat(client.awaitRequest()).isEqualTo("workspace/codeLens/refresh");
      assertThat(lenses(client, 3, "src/room.ts"))
          .containsExactly(
              "1 binding · migrated v1 (SQLite) durascope.showPlaces",
              "3 objects, 2 in memory · next alarm 2100-01-01 00:00",
              "Debug durascope.debug");
      // Being connected is news, since nobody knows what was missed.
      var listener = project.listener();
      assertThat(client.awaitRequest()).isEqualTo("workspace/codeLens/refresh");
      assertThat(lenses(client, 4, "wrangler.toml"))
          .containsExactly(
              "Room in src/room.ts · migrated v1 (SQLite) durascope.showPlaces",
              "3 objects, 2 in memory · next alarm 2100-01-01 00:00");
      listener.tell("objectsChanged");
      assertThat(client.awaitRequest()).isEqualTo("workspace/codeLens/refresh");
      assertThat(project.tokens()).containsOnly("Bearer secret");
      project.stopAnswering();
      assertThat(lenses(client, 5, "wrangler.toml")).hasSize(1);
    }
  }

  @Test
  void howAConfigurationIsBuilt() throws IOException {
    try (var editor = new Editor(project)) {
      editor.initialize(new ClientCapabilities());
      editor.open("wrangler.toml", CONFIG).expect("wrangler.toml");
      var documents = editor.server().getTextDocumentService();
      var config = document(editor, "wrangler.toml");
      assertThat(Editor.await(documents.documentSymbol(new DocumentSymbolParams(config))))
          .extracting(each -> each.getRight().getName())
          .containsExactly("main", "durable_objects", "migrations");
      assertThat(Editor.await(documents.foldingRange(new FoldingRangeRequestParams(config))))
          .containsExactly(new FoldingRange(1, 3), new FoldingRange(4, 6));
      var at = new SelectionRangeParams(config, List.of(new Position(2, 9), new Position(0, 0)));
      var selections = Editor.await(documents.selectionRange(at));
      assertThat(selections)
          .extracting(each -> brief(each.getRange()))
          .containsExactly("2:8-12", "0:0-4");
      assertThat(brief(selections.getFirst().getParent().getRange())).isEqualTo("2:7-13");
      assertThat(Editor.await(documents.documentLink(new DocumentLinkParams(config))))
          .containsExactly(
              new DocumentLink(
                  new Range(new Position(0, 8), new Position(0, 20)), editor.uri("src/index.ts")));
      var code = document(editor, "src/index.ts");
      assertThat(Editor.await(documents.documentSymbol(new DocumentSymbolParams(code)))).isEmpty();
    }
  }

  @Test
  void hintsImplementationsAndNamesOfTheWorkspace() throws IOException {
    try (var editor = new Editor(project)) {
      editor.initialize(new ClientCapabilities());
      editor.open("wrangler.toml", CONFIG + "[env.e]\n").expect("wrangler.toml", "7:1-6 ENV01");
      var documents = editor.server().getTextDocumentService();
      var config = document(editor, "wrangler.toml");
      var lines = new Range(new Position(5, 0), new Position(8, 0));
      var hints = Editor.await(documents.inlayHint(new InlayHintParams(config, lines)));
      assertThat(hints)
          .extracting(hint -> hint.getPosition() + hint.getLabel().getLeft())
          .containsExactly(
              new Position(7, 7) + "inherits main = \"src/index.ts\", migrations up to v1");
      var at = new ImplementationParams(config, new Position(2, 9));
      assertThat(Editor.await(documents.implementation(at)).getLeft())
          .extracting(each -> editor.file(each.getUri()))
          .containsExactly("src/room.ts");
      var names = editor.server().getWorkspaceService().symbol(new WorkspaceSymbolParams("room"));
      assertThat(Editor.await(names).getRight())
          .extracting(each -> each.getKind() + " " + each.getName() + " " + each.getContainerName())
          .containsExactly(
              "Class Room Durable Object", "Field ROOM Durable Object of wrangler.toml");
    }
  }

  @Test
  void aClientWithoutCommandsHasLensesToRead() throws IOException {
    try (var editor = new Editor(project)) {
      editor.initialize(new ClientCapabilities());
      editor.open("wrangler.toml", CONFIG).expect("wrangler.toml");
      var params = new CodeLensParams(document(editor, "src/room.ts"));
      var lenses = Editor.await(editor.server().getTextDocumentService().codeLens(params));
      assertThat(lenses).hasSize(1);
      assertThat(lenses.getFirst().getCommand())
          .isEqualTo(new Command("1 binding · migrated v1 (SQLite)", ""));
      assertThat(brief(lenses.getFirst().getRange())).isEqualTo("0:13-17");
    }
  }

  private List<String> lenses(RawClient client, int id, String file) throws IOException {
    var params =
        "{\"textDocument\":{\"uri\":\"%s\"}}".formatted(this.project.resolve(file).toUri());
    return client
        .request(id, "textDocument/codeLens", params)
        .response(id)
        .getAsJsonArray("result")
        .asList()
        .stream()
        .map(lens -> lens.getAsJsonObject().getAsJsonObject("command"))
        .map(it -> it.get("title").getAsString() + " " + it.get("command").getAsString())
        .map(String::strip)
        .toList();
  }

  private static WorkspaceEdit rename(
      Editor editor, String file, int line, int column, String newName) {
    var params = new RenameParams(document(editor, file), new Position(line, column), newName);
    return Editor.await(editor.server().getTextDocumentService().rename(params));
  }

  private static TextDocumentIdentifier document(Editor editor, String file) {
    return new TextDocumentIdentifier(editor.uri(file));
  }

  private static String brief(Range range) {
    var start = range.getStart();
    return "%d:%d-%d"
        .formatted(start.getLine(), start.getCharacter(), range.getEnd().getCharacter());
  }

  private List<String> references(
      Editor editor, String file, int line, int column, boolean declarations) {
    var params =
        new ReferenceParams(
            document(editor, file), new Position(line, column), new ReferenceContext(declarations));
    return Editor.await(editor.server().getTextDocumentService().references(params)).stream()
        .map(location -> editor.file(location.getUri()) + " " + brief(location.getRange()))
        .toList();
  }

  private static List<String> highlights(Editor editor, String file, int line, int column) {
    var params = new DocumentHighlightParams(document(editor, file), new Position(line, column));
    return Editor.await(editor.server().getTextDocumentService().documentHighlight(params)).stream()
        .map(each -> brief(each.getRange()) + " " + each.getKind())
        .toList();
  }
}
