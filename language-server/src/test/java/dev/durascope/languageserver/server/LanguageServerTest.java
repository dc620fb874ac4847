package dev.durascope.languageserver.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionCapabilities;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeActionResolveSupportCapabilities;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CreateFile;
import org.eclipse.lsp4j.DeleteFile;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticCapabilities;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsCapabilities;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ResourceOperationKind;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceEditCapabilities;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conversations with the server over real streams. */
class LanguageServerTest {

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
    project = Files.createDirectories(directory.resolve("project"));
    Files.createDirectories(project.resolve("src"));
    Files.writeString(project.resolve("src/index.ts"), "export * from './room';\n");
    Files.writeString(project.resolve("src/room.ts"), "export class Room {}\n");
  }

  @Test
  void diagnosticsFollowEachKeystroke() throws IOException {
    try (var editor = new Editor(project)) {
      editor.initialize(new ClientCapabilities());
      editor.open("wrangler.toml", CONFIG).expect("wrangler.toml");
      editor
          .replace("wrangler.toml", "\"Room\"", "\"Rooom\"")
          .expect("wrangler.toml", "3:14-19 BND03");
      editor
          .replace("wrangler.toml", "class_name = \"Rooom\"", "class_name =")
          .expect("wrangler.toml", "3:12-12 CFG01");
      editor
          .replace("wrangler.toml", "class_name =", "class_name = 'Room'")
          .expect("wrangler.toml");
    }
  }

  @Test
  void openBuffersOfImportedModulesWinOverTheDisk() throws IOException {
    try (var editor = new Editor(project)) {
      editor.initialize(new ClientCapabilities());
      editor.open("wrangler.toml", CONFIG).expect("wrangler.toml");
      editor.open("src/room.ts", "export class Lobby {}\n");
      editor.expect("wrangler.toml", "3:14-18 BND01", "6:23-27 MIG13");
      editor.replace("src/room.ts", "Lobby", "Room").expect("wrangler.toml");
      editor.replace("src/room.ts", "export class", "class");
      editor.expect("wrangler.toml", "3:14-18 BND01", "6:23-27 MIG13");
      editor.closeFile("src/room.ts");
      editor.expect("wrangler.toml");
    }
  }

  /** What comes to light is too long to be read with a key; until it is, it may be anything. */
  @Test
  void whatAKeyHasNoTimeForIsSaidBehindIt() throws IOException {
    var much = "export function f() { return [1, 2, 3].map((x) => x + 1); }\n".repeat(400);
    try (var editor = new Editor(project)) {
      editor.initialize(new ClientCapabilities());
      editor.open("wrangler.toml", CONFIG).expect("wrangler.toml");
      editor.open("src/room.ts", "/*\n" + much + "// */\nexport class Lobby {}\n");
      editor.expect("wrangler.toml", "3:14-18 BND01", "6:23-27 MIG13");
      editor.replace("src/room.ts", "/*\n", "\n");
      editor.expect("wrangler.toml");
      editor.expect("wrangler.toml", "3:14-18 BND01", "6:23-27 MIG13");
    }
  }

  @Test
  void aFaultInTheCodeIsShownAndMendedThere() throws IOException {
    try (var editor = new Editor(project)) {
      editor.initialize(new ClientCapabilities());
      editor.open("wrangler.toml", CONFIG).expect("wrangler.toml");
      editor.open("src/room.ts", "export class Room { id = env.ROOM.newUniqueID(); }\n");
      editor.expect("src/room.ts", "0:34-45 JS18").expect("wrangler.toml");
      var actions = editor.codeActions("src/room.ts", 0, 40);
      assertThat(actions)
          .extracting(CodeAction::getTitle)
          .containsExactly("Replace by \"newUniqueId\"");
      editor.perform(actions.getFirst());
      editor.expect("src/room.ts").expect("wrangler.toml");
    }
  }

  @Test
  void definitionsLeadFromTheConfigurationToTheCodeAndBack() throws IOException {
    try (var editor = new Editor(project)) {
      editor.initialize(new ClientCapabilities());
      editor.open("wrangler.toml", CONFIG).expect("wrangler.toml");
      assertThat(editor.definitions("wrangler.toml", 3, 15)).containsExactly("src/room.ts 0:13");
      editor.open("src/index.ts", "export * from './room';\nexport const a = env.ROOM;\n");
      editor.expect("wrangler.toml");
      assertThat(editor.definitions("src/index.ts", 1, 22)).containsExactly("wrangler.toml 2:8");
      assertThat(editor.definitions("src/index.ts", 0, 0)).isEmpty();
      assertThat(editor.hover("src/index.ts", 1, 22).getContents().getRight().getValue())
          .startsWith("`ROOM`: the Durable Object namespace of `Room`");
      assertThat(editor.hover("src/index.ts", 0, 0)).isNull();
    }
  }

  @Test
  void aClassNameIsCompletedWhileItIsTyped() throws IOException {
    try (var editor = new Editor(project)) {
      editor.initialize(new ClientCapabilities());
      editor.open("wrangler.toml", CONFIG).expect("wrangler.toml");
      editor.replace("wrangler.toml", "class_name = \"Room\"", "class_name = \"R");
      editor.expect("wrangler.toml", "3:14-15 BND01", "3:15-15 CFG01");
      var items = editor.completion("wrangler.toml", 3, 15);
      assertThat(items).extracting(CompletionItem::getLabel).containsExactly("Room");
      assertThat(items.getFirst().getTextEdit().getLeft())
          .isEqualTo(new TextEdit(new Range(new Position(3, 14), new Position(3, 15)), "Room"));
    }
  }

  @Test
  void unsavedTextOfAnotherWorkerCounts() throws IOException {
    try (var editor = new Editor(project)) {
      editor.write("rooms/wrangler.toml", "name = 'rooms'\nmain = 'index.ts'\n");
      editor.write("rooms/index.ts", "export class Hall {}\n");
      editor.initialize(new ClientCapabilities());
      var binding =
          "durable_objects.bindings = [{ name = 'H', class_name = 'Hall', script_name = 'rooms' }]\n";
      editor.open("wrangler.toml", binding).expect("wrangler.toml");
      editor.open("rooms/index.ts", "export class Attic {}\n");
      editor.expect("wrangler.toml", "0:56-60 BND07");
      editor.closeFile("rooms/index.ts");
      editor.expect("wrangler.toml");
    }
  }

  @Test
  void aConfigurationThatIsNotOpenIsCheckedToo() throws IOException {
    try (var editor = new Editor(project)) {
      editor.write("wrangler.jsonc", "{ \"main\": \"src/gone.ts\" }");
      editor.initialize(new ClientCapabilities());
      editor.expect("wrangler.jsonc", "0:11-22 BND11");
      editor.write("src/gone.ts", "export default {};");
      editor.filesChanged();
      editor.expect("wrangler.jsonc");
    }
  }

  @Test
  void aClosedConfigurationIsReadFromDiskAgain() throws IOException {
    try (var editor = new Editor(project)) {
      // Nothing is said of it, so nothing is published before it is opened.
      editor.write("wrangler.toml", "main = \"src/index.ts\"\n");
      editor.initialize(new ClientCapabilities());
      editor.open("wrangler.toml", "main = \"nowhere.ts\"\n");
      editor.expect("wrangler.toml", "0:8-18 BND11");
      editor.closeFile("wrangler.toml");
      editor.expect("wrangler.toml");
      assertThat(editor.pull("wrangler.toml")).isEmpty();
    }
  }

  @Test
  void aHintIsMarkedFaintlyAndItsFixIsOfferedOnce() throws IOException {
    try (var editor = new Editor(project)) {
      editor.initialize(new ClientCapabilities());
      editor.open("wrangler.toml", CONFIG).expect("wrangler.toml", "4:2-12 MIG21");
      assertThat(editor.pull("wrangler.toml"))
          .extracting(Diagnostic::getSeverity)
          .containsExactly(DiagnosticSeverity.Hint);
      assertThat(editor.codeActions("wrangler.toml", 4, 4))
          .extracting(CodeAction::getTitle, CodeAction::getKind)
          .containsExactly(tuple("Convert migrations to exports", CodeActionKind.QuickFix));
    }
  }

  @Test
  void migrationsAreConvertedToExports() throws IOException {
    try (var editor = new Editor(project)) {
      editor.initialize(new ClientCapabilities());
      editor.open("wrangler.toml", CONFIG).expect("wrangler.toml");
      assertThat(editor.codeActions("wrangler.toml", 2, 3)).isEmpty();
      var actions = editor.codeActions("wrangler.toml", 5, 2);
      assertThat(actions)
          .extracting(CodeAction::getTitle)
          .containsExactly("Convert migrations to exports");
      editor.perform(actions.getFirst());
      editor.expect("wrangler.toml");
      assertThat(editor.codeActions("wrangler.toml", 5, 2)).isEmpty();
    }
  }

  @Test
  void allFaultsOfAKindAreMendedAtOnce() throws IOException {
    try (var editor = new Editor(project)) {
      editor.initialize(new ClientCapabilities());
      editor
          .open("wrangler.toml", OUTDATED)
          .expect("wrangler.toml", "2:0-10 LEG08", "3:0-11 LEG08");
      var actions = editor.codeActions("wrangler.toml", 2, 3);
      assertThat(actions)
          .extracting(CodeAction::getTitle)
          .containsExactly(
              "Remove \"legacy_env\"",
              "Fix all 2 in this file: A setting was removed from wrangler",
              "Write the keys of wrangler 1 as today's");
      editor.perform(actions.get(1));
      editor.expect("wrangler.toml");
    }
  }

  @Test
  void onSaveAClientAsksForTheSafeFixes() throws IOException {
    try (var editor = new Editor(project)) {
      editor.initialize(new ClientCapabilities());
      editor
          .open("wrangler.toml", OUTDATED)
          .expect("wrangler.toml", "2:0-10 LEG08", "3:0-11 LEG08");
      assertThat(editor.codeActions("wrangler.toml", 2, 3, "source.organizeImports")).isEmpty();
      assertThat(editor.codeActions("wrangler.toml", 2, 3, "refactor.rewrite"))
          .extracting(CodeAction::getTitle)
          .containsExactly("Write the keys of wrangler 1 as today's");
      var actions = editor.codeActions("wrangler.toml", 0, 0, "source.fixAll");
      assertThat(actions)
          .extracting(CodeAction::getKind)
          .containsExactly("source.fixAll.durascope");
      editor.perform(actions.getFirst());
      editor.expect("wrangler.toml");
      assertThat(editor.codeActions("wrangler.toml", 0, 0, "source.fixAll.durascope")).isEmpty();
    }
  }

  @Test
  void theEditsOfManyFixesAreMadeWhenTheyAreChosen() throws IOException {
    var actions = new CodeActionCapabilities();
    actions.setResolveSupport(new CodeActionResolveSupportCapabilities(List.of("edit")));
    var documents = new TextDocumentClientCapabilities();
    documents.setCodeAction(actions);
    var capabilities = new ClientCapabilities();
    capabilities.setTextDocument(documents);
    try (var editor = new Editor(project)) {
      editor.initialize(capabilities);
      editor
          .open("wrangler.toml", OUTDATED)
          .expect("wrangler.toml", "2:0-10 LEG08", "3:0-11 LEG08");
      var all = editor.codeActions("wrangler.toml", 2, 3).get(1);
      assertThat(all.getEdit()).isNull();
      var resolved = Editor.await(editor.server().getTextDocumentService().resolveCodeAction(all));
      editor.perform(resolved);
      editor.expect("wrangler.toml");
      var foreign = new CodeAction("of somebody else");
      foreign.setData("text");
      assertThat(
              Editor.await(editor.server().getTextDocumentService().resolveCodeAction(foreign))
                  .getEdit())
          .isNull();
    }
  }

  @Test
  void aClassIsMadeInAFileOfItsOwnWhereTheClientCanMakeOne() throws IOException {
    var edits = new WorkspaceEditCapabilities();
    edits.setDocumentChanges(true);
    edits.setResourceOperations(List.of(ResourceOperationKind.Create));
    var workspace = new WorkspaceClientCapabilities();
    workspace.setWorkspaceEdit(edits);
    var capabilities = new ClientCapabilities();
    capabilities.setWorkspace(workspace);
    var config = CONFIG.replace("\"Room\"\n[", "\"Den\"\n[");
    try (var editor = new Editor(project)) {
      editor.initialize(capabilities);
      editor.open("wrangler.toml", config).expect("wrangler.toml", "3:14-17 BND01");
      var own = editor.codeActions("wrangler.toml", 3, 16).get(1);
      assertThat(own.getTitle()).isEqualTo("Create class \"Den\" in src/den.ts");
      var changes = own.getEdit().getDocumentChanges();
      assertThat(changes.getFirst().getRight()).isEqualTo(new CreateFile(editor.uri("src/den.ts")));
      assertThat(changes.subList(1, 3))
          .extracting(each -> each.getLeft().getTextDocument().getUri())
          .containsExactly(editor.uri("src/den.ts"), editor.uri("src/index.ts"));
      assertThat(changes.get(1).getLeft().getEdits().getFirst().getLeft().getNewText())
          .contains("export class Den extends DurableObject {}");
    }
    try (var editor = new Editor(project)) {
      editor.initialize(new ClientCapabilities());
      editor.open("wrangler.toml", config).expect("wrangler.toml", "3:14-17 BND01");
      assertThat(editor.codeActions("wrangler.toml", 3, 16))
          .extracting(CodeAction::getTitle)
          .containsExactly("Create class \"Den\" in src/index.ts");
    }
  }

  @Test
  void aConfigurationIsConvertedToTheOtherSyntax() throws IOException {
    var edits = new WorkspaceEditCapabilities();
    edits.setDocumentChanges(true);
    edits.setResourceOperations(
        List.of(ResourceOperationKind.Create, ResourceOperationKind.Delete));
    var workspace = new WorkspaceClientCapabilities();
    workspace.setWorkspaceEdit(edits);
    var capabilities = new ClientCapabilities();
    capabilities.setWorkspace(workspace);
    try (var editor = new Editor(project)) {
      editor.write(
          "package.json", "{ \"scripts\": { \"dev\": \"wrangler dev -c wrangler.toml\" } }");
      editor.initialize(capabilities);
      editor.open("wrangler.toml", "name = \"chat\" # ours\nmain = \"src/index.ts\"\n");
      editor.expect("wrangler.toml");
      assertThat(editor.codeActions("wrangler.toml", 1, 3)).isEmpty();
      var offered = editor.codeActions("wrangler.toml", 1, 3, "refactor");
      assertThat(offered)
          .extracting(CodeAction::getTitle)
          .containsExactly(
              "Convert to wrangler.jsonc", "Write the types of env to worker-configuration.d.ts");
      assertThat(offered.getLast().getEdit().getDocumentChanges().getFirst().getRight())
          .isEqualTo(new CreateFile(editor.uri("worker-configuration.d.ts")));
      var action = editor.codeActions("wrangler.toml", 0, 3).getFirst();
      assertThat(action.getTitle()).isEqualTo("Convert to wrangler.jsonc");
      var changes = action.getEdit().getDocumentChanges();
      assertThat(changes.getFirst().getRight())
          .isEqualTo(new CreateFile(editor.uri("wrangler.jsonc")));
      assertThat(changes.get(1).getLeft().getEdits().getFirst().getLeft().getNewText())
          .isEqualTo("{\n  \"name\": \"chat\", // ours\n  \"main\": \"src/index.ts\"\n}\n");
      assertThat(changes.get(2).getLeft().getEdits().getFirst().getLeft().getNewText())
          .isEqualTo("wrangler.jsonc");
      assertThat(changes.get(3).getRight()).isEqualTo(new DeleteFile(editor.uri("wrangler.toml")));
    }
  }

  private static final String OUTDATED =
      """
      name = "chat"
      main = "src/index.ts"
      legacy_env = true
      node_compat = true
      compatibility_date = "2026-01-01"
      """;

  @Test
  void diagnosticsCanBePulled() throws IOException {
    var capabilities = new ClientCapabilities();
    var documents = new TextDocumentClientCapabilities();
    documents.setDiagnostic(new DiagnosticCapabilities());
    capabilities.setTextDocument(documents);
    try (var editor = new Editor(project)) {
      var result = editor.initialize(capabilities);
      assertThat(result.getCapabilities().getDiagnosticProvider()).isNotNull();
      editor.open("wrangler.toml", "main = 'gone.ts'\n");
      assertThat(editor.pull("wrangler.toml"))
          .extracting(Editor::brief)
          .containsExactly("0:8-15 BND11");
      assertThat(editor.pull("src/index.ts")).isEmpty();
    }
  }

  @Test
  void aClientThatTakesPushedDiagnosticsIsNotToldToPull() throws IOException {
    var capabilities = new ClientCapabilities();
    var documents = new TextDocumentClientCapabilities();
    documents.setDiagnostic(new DiagnosticCapabilities());
    documents.setPublishDiagnostics(new PublishDiagnosticsCapabilities());
    capabilities.setTextDocument(documents);
    try (var editor = new Editor(project)) {
      var server = editor.initialize(capabilities).getCapabilities();
      assertThat(server.getDiagnosticProvider()).isNull();
      assertThat(server.getTextDocumentSync().getRight().getChange())
          .isEqualTo(TextDocumentSyncKind.Incremental);
    }
  }

  @Test
  void theNearMissHasAQuickFix() throws IOException {
    try (var editor = new Editor(project)) {
      editor.initialize(new ClientCapabilities());
      editor.open("wrangler.toml", CONFIG.replace("\"Room\"\n[", "\"room\"\n["));
      editor.expect("wrangler.toml", "3:14-18 BND03");
      var actions = editor.codeActions("wrangler.toml", 3, 16);
      assertThat(actions).extracting(CodeAction::getTitle).containsExactly("Replace by \"Room\"");
      assertThat(actions.getFirst().getIsPreferred()).isTrue();
      editor.perform(actions.getFirst());
      editor.expect("wrangler.toml");
      assertThat(editor.codeActions("wrangler.toml", 3, 16)).isEmpty();
    }
  }

  @Test
  void theMissingMigrationHasAQuickFix() throws IOException {
    try (var editor = new Editor(project)) {
      editor.initialize(new ClientCapabilities());
      editor.open("wrangler.toml", CONFIG.substring(0, CONFIG.indexOf("[[migrations]]")));
      editor.expect("wrangler.toml", "3:14-18 BND05");
      editor.perform(editor.codeActions("wrangler.toml", 3, 14).getFirst());
      editor.expect("wrangler.toml");
    }
  }

  @Test
  void jsoncHasTheSameRangesAndFixes() throws IOException {
    try (var editor = new Editor(project)) {
      editor.initialize(new ClientCapabilities());
      editor.open(
          "wrangler.staging.jsonc",
          """
          { // é😀
            "main": "src/index.ts",
            /* 😀 */ "durable_objects": { "bindings": [{ "name": "R", "class_name": "Room" }] }
          }
          """);
      editor.expect("wrangler.staging.jsonc", "2:75-79 BND05");
      editor.perform(editor.codeActions("wrangler.staging.jsonc", 2, 76).getFirst());
      editor.expect("wrangler.staging.jsonc");
    }
  }

  @Test
  void severalChangesInOneNotificationApplyInOrder() throws IOException {
    try (var editor = new Editor(project)) {
      editor.initialize(new ClientCapabilities());
      editor.open("wrangler.toml", "main = 'x.ts'\n").expect("wrangler.toml", "0:8-12 BND11");
      editor.change(
          "wrangler.toml",
          new TextDocumentContentChangeEvent("# one\r\nmain = 'a.ts'"),
          new TextDocumentContentChangeEvent(
              new Range(new Position(1, 8), new Position(1, 99)), "abc.ts'"));
      editor.expect("wrangler.toml", "1:8-14 BND11");
    }
  }

  @Test
  void aRequestWithoutItsFieldsIsRefusedAndDoesNotEndTheServer() throws IOException {
    try (var editor = new Editor(project)) {
      editor.initialize(new ClientCapabilities());
      var broken = editor.server().getTextDocumentService().codeAction(new CodeActionParams());
      assertThatThrownBy(broken::join)
          .hasMessageContaining("Multiple issues were found in 'textDocument/codeAction' request");
      editor.open("untitled.toml", "").open("wrangler.toml", CONFIG).expect("wrangler.toml");
    }
  }

  @Test
  void documentsThatAreNoFilesAreIgnored() throws IOException {
    try (var editor = new Editor(project)) {
      editor.initialize(new ClientCapabilities());
      editor
          .server()
          .getTextDocumentService()
          .didOpen(
              new DidOpenTextDocumentParams(
                  new TextDocumentItem("untitled:wrangler.toml", "toml", 1, "x")));
      editor.open("wrangler.toml", CONFIG).expect("wrangler.toml");
    }
  }

  @Test
  void exitCodesTellWhetherTheClientShutDownFirst() throws IOException {
    var orderly = new Editor(project);
    orderly.initialize(new ClientCapabilities());
    assertThat(orderly.exit()).isEqualTo(0);
    var gone = new Editor(project);
    gone.initialize(new ClientCapabilities());
    assertThat(gone.hangUp()).isEqualTo(1);
    assertThat(List.of(orderly, gone)).allSatisfy(Editor::close);
  }
}
