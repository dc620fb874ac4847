package dev.durascope.languageserver.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.durascope.languageserver.analysis.rules.AllRules;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkDoneProgressReport;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;

/**
 * A small editor at the other end of real streams. What the server publishes has to be expected:
 * {@link #close} fails on anything left unread.
 */
final class Editor implements LanguageClient, AutoCloseable {

  private static final long PATIENCE_SECONDS = 60;

  private final Path root;
  private final LanguageServer server;
  private final Connection connection;
  private final Future<Void> listening;
  private final BlockingQueue<PublishDiagnosticsParams> published = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
  private volatile JsonObject settings = new JsonObject();
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, Integer> versions = new HashMap<>();

  Editor(Path root) throws IOException {
    this.root = root.toRealPath();
    connection = Connection.toServer();
    var threads = Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());
    var launcher =
        new Launcher.Builder<LanguageServer>()
            .setLocalService(this)
            .setRemoteInterface(LanguageServer.class)
            .setInput(connection.in())
            .setOutput(connection.out())
            .setExecutorService(threads)
            .create();
    listening = launcher.startListening();
    server = launcher.getRemoteProxy();
  }

  InitializeResult initialize(ClientCapabilities capabilities) {
    return initialize(capabilities, "");
  }

  InitializeResult initialize(ClientCapabilities capabilities, String folder) {
    var params = new InitializeParams();
    params.setCapabilities(capabilities);
    params.setWorkspaceFolders(List.of(new WorkspaceFolder(uri(folder), "root")));
    var result = await(server.initialize(params));
    server.initialized(new InitializedParams());
    return result;
  }

  /** What the user sets; a client that is to tell of it is made to do so. */
  Editor set(String json) {
    settings = JsonParser.parseString(json).getAsJsonObject();
    return this;
  }

  /** Waits for the next thing that the server asks for, or shows beside diagnostics. */
  Editor expectAsked(String... what) {
    for (var each : what) {
      assertThat(nextAsked()).isEqualTo(each);
    }
    return this;
  }

  String nextAsked() {
    try {
      var next = asked.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return Objects.requireNonNull(next, "nothing was asked");
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  Editor write(String file, String text) throws IOException {
    var path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
    return this;
  }

  String uri(String file) {
    return root.resolve(file).toUri().toString();
  }

  /** The file of {@code uri}, relative to the root. */
  String file(String uri) {
    return root.relativize(Path.of(URI.create(uri))).toString();
  }

  Editor open(String file, String text) {
    texts.put(file, text);
    versions.put(file, 1);
    server
        .getTextDocumentService()
        .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri(file), "any", 1, text)));
    return this;
  }

  /** Replaces the one place that reads {@code before}, as an incremental change. */
  Editor replace(String file, String before, String after) {
    var text = texts.getOrDefault(file, "");
    int start = text.indexOf(before);
    assertThat(start).as("the place of %s", before).isNotNegative();
    texts.put(file, text.substring(0, start) + after + text.substring(start + before.length()));
    var range = new Range(position(text, start), position(text, start + before.length()));
    change(file, new TextDocumentContentChangeEvent(range, after));
    return this;
  }

  void change(String file, TextDocumentContentChangeEvent... changes) {
    int version = versions.merge(file, 1, Integer::sum);
    server
        .getTextDocumentService()
        .didChange(
            new DidChangeTextDocumentParams(
                new VersionedTextDocumentIdentifier(uri(file), version), List.of(changes)));
  }

  void closeFile(String file) {
    versions.remove(file);
    server
        .getTextDocumentService()
        .didClose(new DidCloseTextDocumentParams(new TextDocumentIdentifier(uri(file))));
  }

  void filesChanged() {
    server.getWorkspaceService().didChangeWatchedFiles(new DidChangeWatchedFilesParams(List.of()));
  }

  private static Position position(String text, int offset) {
    int line = (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    return new Position(line, offset - (text.lastIndexOf('\n', offset - 1) + 1));
  }

  /**
   * Waits for the next publication and compares it: {@code line:column-column code}. Hints, which
   * nearly every project gets, count where one is expected.
   */
  Editor expect(String file, String... diagnostics) {
    var params = next();
    assertThat(params.getUri()).isEqualTo(uri(file));
    var found = params.getDiagnostics();
    var briefs = found.stream().map(Editor::brief).toList();
    boolean withHints =
        found.stream()
            .filter(each -> each.getSeverity() == DiagnosticSeverity.Hint)
            .map(Editor::brief)
            .anyMatch(List.of(diagnostics)::contains);
    assertThat(
            found.stream()
                .filter(each -> withHints || each.getSeverity() != DiagnosticSeverity.Hint)
                .map(Editor::brief))
        .as("%s", briefs)
        .containsExactly(diagnostics);
    if (versions.containsKey(file)) {
      assertThat(params.getVersion()).isEqualTo(versions.get(file));
    }
    return this;
  }

  private PublishDiagnosticsParams next() {
    try {
      var params = published.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(params).as("a publication").isNotNull();
      return params;
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  /** With its severity where that is not the one of the catalogue. */
  static String brief(Diagnostic diagnostic) {
    var range = diagnostic.getRange();
    var code = diagnostic.getCode().getLeft();
    var own =
        AllRules.LIST.stream()
            .map(rule -> rule.kind())
            .filter(kind -> kind.code().equals(code))
            .findFirst()
            .orElseThrow()
            .severity();
    boolean asInCatalogue = diagnostic.getSeverity().name().equalsIgnoreCase(own.word());
    return "%d:%d-%d %s%s"
        .formatted(
            range.getStart().getLine(),
            range.getStart().getCharacter(),
            range.getEnd().getCharacter(),
            code,
            asInCatalogue ? "" : " as " + diagnostic.getSeverity());
  }

  List<Diagnostic> pull(String file) {
    return await(
            server
                .getTextDocumentService()
                .diagnostic(new DocumentDiagnosticParams(new TextDocumentIdentifier(uri(file)))))
        .getRelatedFullDocumentDiagnosticReport()
        .getItems();
  }

  /** Definitions as {@code file line:column}. */
  List<String> definitions(String file, int line, int column) {
    return await(
            server
                .getTextDocumentService()
                .definition(
                    new DefinitionParams(
                        new TextDocumentIdentifier(uri(file)), new Position(line, column))))
        .getLeft()
        .stream()
        .map(
            location ->
                "%s %d:%d"
                    .formatted(
                        location.getUri().replace(uri(""), ""),
                        location.getRange().getStart().getLine(),
                        location.getRange().getStart().getCharacter()))
        .toList();
  }

  Hover hover(String file, int line, int column) {
    return await(
        server
            .getTextDocumentService()
            .hover(
                new HoverParams(
                    new TextDocumentIdentifier(uri(file)), new Position(line, column))));
  }

  List<CompletionItem> completion(String file, int line, int column) {
    return await(
            server
                .getTextDocumentService()
                .completion(
                    new CompletionParams(
                        new TextDocumentIdentifier(uri(file)), new Position(line, column))))
        .getLeft();
  }

  List<CodeAction> codeActions(String file, int line, int column) {
    return codeActions(file, line, column, new CodeActionContext(List.of()));
  }

  /** The actions of one kind. */
  List<CodeAction> codeActions(String file, int line, int column, String only) {
    return codeActions(file, line, column, new CodeActionContext(List.of(), List.of(only)));
  }

  private List<CodeAction> codeActions(
      String file, int line, int column, CodeActionContext context) {
    var at = new Position(line, column);
    return await(
            server
                .getTextDocumentService()
                .codeAction(
                    new CodeActionParams(
                        new TextDocumentIdentifier(uri(file)), new Range(at, at), context)))
        .stream()
        .map(each -> each.getRight())
        .toList();
  }

  /** Performs an action's edits on the open buffer, as an editor would. */
  void perform(CodeAction action) {
    action
        .getEdit()
        .getChanges()
        .forEach(
            (uri, edits) -> {
              var file = root.relativize(Path.of(URI.create(uri))).toString();
              // All are of the text before any of them, so the last one comes first.
              change(
                  file,
                  edits.reversed().stream()
                      .map(
                          edit ->
                              new TextDocumentContentChangeEvent(
                                  edit.getRange(), edit.getNewText()))
                      .toArray(TextDocumentContentChangeEvent[]::new));
            });
  }

  LanguageServer server() {
    return server;
  }

  int exit() {
    await(server.shutdown());
    server.exit();
    return await(connection.exitCode());
  }

  int hangUp() throws IOException {
    connection.socket().shutdownOutput();
    return await(connection.exitCode());
  }

  static <T> T await(Future<T> future) {
    try {
      return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException failed) {
      throw new AssertionError(failed);
    }
  }

  @Override
  public void close() {
    if (!connection.exitCode().isDone()) {
      assertThat(exit()).isEqualTo(LanguageServerMain.ORDERLY);
    }
    // The server has sent its last word, so the reader comes to the end.
    await(listening);
    connection.close();
    assertThat(published).as("publications that nobody expected").isEmpty();
    assertThat(asked).as("what nobody expected to be asked").isEmpty();
  }

  @Override
  public void publishDiagnostics(PublishDiagnosticsParams params) {
    published.add(params);
  }

  @Override
  public CompletableFuture<List<Object>> configuration(ConfigurationParams params) {
    var sections =
        params.getItems().stream().map(item -> (Object) settings.get(item.getSection())).toList();
    return CompletableFuture.completedFuture(sections);
  }

  @Override
  public CompletableFuture<Void> registerCapability(RegistrationParams params) {
    params.getRegistrations().forEach(each -> asked.add("register " + each.getMethod()));
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Void> refreshDiagnostics() {
    asked.add("refresh diagnostics");
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Void> createProgress(WorkDoneProgressCreateParams params) {
    asked.add("progress");
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void notifyProgress(ProgressParams params) {
    asked.add(
        params
            .getValue()
            .map(
                work ->
                    switch (work) {
                      case WorkDoneProgressBegin begin -> "begin " + begin.getTitle();
                      case WorkDoneProgressReport report -> report.getMessage();
                      default -> "end";
                    },
                partial -> "partial " + partial));
  }

  @Override
  public void telemetryEvent(Object object) {
    throw new AssertionError("telemetry: " + object);
  }

  @Override
  public void showMessage(MessageParams params) {
    throw new AssertionError("a message: " + params);
  }

  @Override
  public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams params) {
    throw new AssertionError("a question: " + params);
  }

  @Override
  public void logMessage(MessageParams params) {
    throw new AssertionError("a log line: " + params);
  }
}
