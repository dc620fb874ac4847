package dev.durascope.languageserver.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.DiagnosticCapabilities;
import org.eclipse.lsp4j.DiagnosticWorkspaceCapabilities;
import org.eclipse.lsp4j.DidChangeConfigurationCapabilities;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.FileRename;
import org.eclipse.lsp4j.PreviousResultId;
import org.eclipse.lsp4j.RenameFilesParams;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.WindowClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceDiagnosticParams;
import org.eclipse.lsp4j.WorkspaceEditCapabilities;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersChangeEvent;
import org.eclipse.lsp4j.WorkspaceFullDocumentDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceUnchangedDocumentDiagnosticReport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conversations about a whole workspace: its folders, its settings, its files' names. */
class WorkspaceTest {

  private static final String BROKEN = "main = 'gone.ts'\n";

  @TempDir Path project;

  @Test
  void configurationsDeepInTheWorkspaceAreCheckedAndProgressIsShown() throws IOException {
    try (var editor = new Editor(project)) {
      editor.write("apps/one/wrangler.toml", BROKEN).write("apps/two/wrangler.jsonc", "{}");
      editor.write("node_modules/x/wrangler.toml", BROKEN);
      editor.write(".cache/wrangler.toml", BROKEN);
      var capabilities = new ClientCapabilities();
      capabilities.setWindow(new WindowClientCapabilities());
      capabilities.getWindow().setWorkDoneProgress(true);
      editor.initialize(capabilities);
      editor.expect("apps/one/wrangler.toml", "0:8-15 BND11");
      editor.expectAsked(
          "progress",
          "begin Checking Durable Objects",
          "1 of 2: wrangler.toml",
          "2 of 2: wrangler.jsonc",
          "end");
      editor.write("apps/one/gone.ts", "export default {};").filesChanged();
      editor.expect("apps/one/wrangler.toml");
    }
  }

  @Test
  void foldersComeAndGo() throws IOException {
    try (var editor = new Editor(project)) {
      editor.write("one/wrangler.toml", BROKEN).write("two/sub/wrangler.toml", BROKEN);
      editor.initialize(new ClientCapabilities(), "one");
      editor.expect("one/wrangler.toml", "0:8-15 BND11");
      var one = new WorkspaceFolder(editor.uri("one"), "one");
      var two = new WorkspaceFolder(editor.uri("two"), "two");
      editor
          .server()
          .getWorkspaceService()
          .didChangeWorkspaceFolders(
              new DidChangeWorkspaceFoldersParams(
                  new WorkspaceFoldersChangeEvent(List.of(two), List.of(one))));
      editor.expect("one/wrangler.toml").expect("two/sub/wrangler.toml", "0:8-15 BND11");
    }
  }

  @Test
  void settingsAreAskedForAndAskedForAgain() throws IOException {
    var capabilities = new ClientCapabilities();
    var workspace = new WorkspaceClientCapabilities();
    workspace.setConfiguration(true);
    workspace.setDidChangeConfiguration(new DidChangeConfigurationCapabilities(true));
    capabilities.setWorkspace(workspace);
    try (var editor = new Editor(project)) {
      editor.write("wrangler.toml", BROKEN).write("apps/wrangler.toml", BROKEN);
      editor.set(
          """
          {"durascope": {"diagnostics": {"severity": {"BND11": "info"}, "workspace": false}}}
          """);
      editor.initialize(capabilities);
      editor.expectAsked("register workspace/didChangeConfiguration");
      editor.expect("wrangler.toml", "0:8-15 BND11 as Information");
      editor.set("{\"durascope\": {\"diagnostics\": {\"severity\": {\"BND11\": \"off\"}}}}");
      changed(editor, Map.of());
      editor.expect("wrangler.toml");
      editor.set("{}");
      changed(editor, Map.of());
      editor.expect("wrangler.toml", "0:8-15 BND11").expect("apps/wrangler.toml", "0:8-15 BND11");
    }
  }

  @Test
  void aClientThatCannotBeAskedSendsItsSettings() throws IOException {
    try (var editor = new Editor(project)) {
      editor.write("wrangler.toml", BROKEN);
      editor.initialize(new ClientCapabilities());
      editor.expect("wrangler.toml", "0:8-15 BND11");
      changed(editor, Map.of("other", 1));
      var levels = Map.of("BND11", "warning", "XYZ99", "error", "BND01", "loud");
      changed(editor, Map.of("durascope", Map.of("diagnostics", Map.of("severity", levels))));
      editor.expect("wrangler.toml", "0:8-15 BND11 as Warning");
    }
  }

  private static void changed(Editor editor, Object settings) {
    editor
        .server()
        .getWorkspaceService()
        .didChangeConfiguration(
            new DidChangeConfigurationParams(JsonParser.parseString(new Gson().toJson(settings))));
  }

  @Test
  void whoOnlyPullsIsToldNothingButToAskAgain() throws IOException {
    try (var editor = new Editor(project)) {
      editor.write("wrangler.toml", BROKEN).write("apps/wrangler.toml", "");
      var provider = editor.initialize(pulling()).getCapabilities().getDiagnosticProvider();
      assertThat(provider.isWorkspaceDiagnostics()).isTrue();
      assertThat(provider.isInterFileDependencies()).isTrue();
      assertThat(pull(editor, null)).containsExactly("apps/wrangler.toml", "wrangler.toml BND11");
      editor.write("apps/wrangler.toml", BROKEN).filesChanged();
      editor.expectAsked("refresh diagnostics");
      assertThat(pull(editor, null))
          .containsExactly("apps/wrangler.toml BND11", "wrangler.toml unchanged");
      known.put(editor.uri("old/wrangler.toml"), "4711");
      assertThat(pull(editor, null))
          .containsExactly(
              "apps/wrangler.toml unchanged", "wrangler.toml unchanged", "old/wrangler.toml");
    }
  }

  @Test
  void aWorkspaceIsPulledInParts() throws IOException {
    try (var editor = new Editor(project)) {
      editor.write("src/a.js", "export default { f(r, env) { env.A.newUniqueID() } }");
      editor.write("apps/wrangler.toml", "main = '../src/a.js'").write("wrangler.toml", BROKEN);
      editor.initialize(pulling());
      assertThat(pull(editor, "parts")).containsExactly("src/a.js JS18");
      for (var part : List.of("apps/wrangler.toml", "gone.ts")) {
        assertThat(editor.nextAsked()).startsWith("partial ").contains(part);
      }
    }
  }

  @Test
  void anUnchangedDocumentIsNotToldTwice() throws IOException {
    try (var editor = new Editor(project)) {
      editor.initialize(pulling());
      editor.open("wrangler.toml", BROKEN);
      var params =
          new DocumentDiagnosticParams(new TextDocumentIdentifier(editor.uri("wrangler.toml")));
      var documents = editor.server().getTextDocumentService();
      var first = Editor.await(documents.diagnostic(params)).getLeft();
      assertThat(first.getItems()).extracting(Editor::brief).containsExactly("0:8-15 BND11");
      params.setPreviousResultId(first.getResultId());
      var second = Editor.await(documents.diagnostic(params));
      assertThat(second.isRight()).isTrue();
      assertThat(second.getRight().getResultId()).isEqualTo(first.getResultId());
      editor.replace("wrangler.toml", "gone", "lost");
      assertThat(Editor.await(documents.diagnostic(params)).isLeft()).isTrue();
    }
  }

  /** Result ids by URI, as a client keeps them. */
  private final Map<String, String> known = new LinkedHashMap<>();

  private static ClientCapabilities pulling() {
    var capabilities = new ClientCapabilities();
    capabilities.setTextDocument(new TextDocumentClientCapabilities());
    capabilities.getTextDocument().setDiagnostic(new DiagnosticCapabilities());
    capabilities.setWorkspace(new WorkspaceClientCapabilities());
    capabilities.getWorkspace().setDiagnostics(new DiagnosticWorkspaceCapabilities(true));
    return capabilities;
  }

  /** Each file with its codes, or that it is unchanged. */
  private List<String> pull(Editor editor, @Nullable String partialResultToken) {
    var params =
        new WorkspaceDiagnosticParams(
            known.entrySet().stream()
                .map(each -> new PreviousResultId(each.getKey(), each.getValue()))
                .toList());
    if (partialResultToken != null) {
      params.setPartialResultToken(partialResultToken);
    }
    return Editor.await(editor.server().getWorkspaceService().diagnostic(params))
        .getItems()
        .stream()
        .map(each -> each.map(full -> full(editor, full), same -> same(editor, same)))
        .toList();
  }

  private String full(Editor editor, WorkspaceFullDocumentDiagnosticReport report) {
    known.put(report.getUri(), report.getResultId());
    var codes = report.getItems().stream().map(each -> " " + each.getCode().getLeft());
    return report.getUri().replace(editor.uri(""), "") + codes.collect(Collectors.joining());
  }

  private String same(Editor editor, WorkspaceUnchangedDocumentDiagnosticReport report) {
    assertThat(report.getResultId()).isEqualTo(known.get(report.getUri()));
    return report.getUri().replace(editor.uri(""), "") + " unchanged";
  }

  @Test
  void theConfigurationFollowsTheFilesThatItNames() throws IOException {
    var capabilities = new ClientCapabilities();
    capabilities.setWorkspace(new WorkspaceClientCapabilities());
    capabilities.getWorkspace().setWorkspaceEdit(new WorkspaceEditCapabilities());
    capabilities.getWorkspace().getWorkspaceEdit().setDocumentChanges(true);
    try (var editor = new Editor(project)) {
      editor.write("src/index.ts", "export default {};").write("src/lib.ts", "");
      var options = editor.initialize(capabilities).getCapabilities().getWorkspace();
      assertThat(options.getFileOperations().getWillRename()).isNotNull();
      editor.open("wrangler.toml", "main = './src/index.ts'\n[env.x]\nmain = 'src/index'\n");
      editor.expect("wrangler.toml");
      assertThat(renamed(editor, "src/index.ts", "src/worker.ts"))
          .containsExactly("1: ./src/worker.ts", "1: src/worker");
      assertThat(renamed(editor, "src", "lib/code"))
          .containsExactly("1: ./lib/code/index.ts", "1: lib/code/index");
      assertThat(renamed(editor, "src/lib.ts", "src/other.ts")).isEmpty();
      assertThat(renamed(editor, "src/index.ts", "it's.ts")).isEmpty();
      Files.move(project.resolve("src/index.ts"), project.resolve("src/worker.ts"));
      editor
          .server()
          .getWorkspaceService()
          .didRenameFiles(new RenameFilesParams(List.of(new FileRename("file:///a", "file:///b"))));
      editor.expect("wrangler.toml", "0:8-22 BND11");
    }
  }

  /** The edits as {@code version: text}. */
  private static List<String> renamed(Editor editor, String from, String to) {
    var rename = new FileRename(editor.uri(from), editor.uri(to));
    var edit =
        Editor.await(
            editor
                .server()
                .getWorkspaceService()
                .willRenameFiles(new RenameFilesParams(List.of(rename))));
    if (edit == null) {
      return List.of();
    }
    return edit.getDocumentChanges().stream()
        .map(change -> change.getLeft())
        .flatMap(
            change ->
                change.getEdits().stream()
                    .map(
                        each ->
                            change.getTextDocument().getVersion()
                                + ": "
                                + each.getLeft().getNewText()))
        .toList();
  }
}
