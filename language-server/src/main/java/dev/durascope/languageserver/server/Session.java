package dev.durascope.languageserver.server;

import dev.durascope.languageserver.running.RunningObjects;
import dev.durascope.languageserver.running.Timer;
import dev.durascope.languageserver.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.eclipse.lsp4j.CodeLensOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.DiagnosticRegistrationOptions;
import org.eclipse.lsp4j.DocumentLinkOptions;
import org.eclipse.lsp4j.FileOperationFilter;
import org.eclipse.lsp4j.FileOperationOptions;
import org.eclipse.lsp4j.FileOperationPattern;
import org.eclipse.lsp4j.FileOperationsServerCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.RenameOptions;
import org.eclipse.lsp4j.SaveOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersOptions;
import org.eclipse.lsp4j.WorkspaceServerCapabilities;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.jspecify.annotations.Nullable;

/**
 * One client, from {@code initialize} to {@code exit}.
 *
 * <p>All methods of the protocol are called by the reader, one after another; that is what makes it
 * safe to keep the current {@link Snapshot} in a plain field.
 */
final class Session implements LanguageServer, AutoCloseable {

  private final CompletableFuture<Integer> exit = new CompletableFuture<>();
  private @Nullable LanguageClient client;
  private @Nullable Analyst analyst;
  private final Readings readings = new Readings();
  private Snapshot snapshot = Snapshot.EMPTY;
  private final RunningObjects running =
      new RunningObjects(Timer.ofSystem(), this::projectsChanged);
  private Set<String> commands = Set.of();
  private boolean shutDown;

  void connect(LanguageClient newClient) {
    client = newClient;
    analyst = new Analyst(newClient);
  }

  int awaitExit() throws InterruptedException, ExecutionException {
    return exit.get();
  }

  /** The client closed its end without saying {@code exit}, or its process is gone. */
  void inputEnded() {
    exit();
  }

  /** A project was started, or ended, or its objects are others: what lenses say of it is old. */
  void projectsChanged() {
    if (snapshot.abilities().asksLensesAgain()) {
      var _ = connected(client).refreshCodeLenses();
    }
  }

  RunningObjects running() {
    return running;
  }

  /** Which of our commands the client can perform. */
  Set<String> commands() {
    return commands;
  }

  Snapshot snapshot() {
    return snapshot;
  }

  /** Puts the next snapshot in place and has it checked. */
  void become(Snapshot next) {
    snapshot = next;
    analyst().submit(next);
  }

  /** What is on the disk is not what it was. */
  void outsideChanged() {
    become(snapshot.afterOutsideChange());
    askAgain();
  }

  /** Has a client that only pulls ask for diagnostics again. */
  void askAgain() {
    if (snapshot.abilities().onlyPulls() && snapshot.abilities().asksAgain()) {
      var _ = client().refreshDiagnostics();
    }
  }

  /** The client says that settings have changed, and perhaps says which. */
  void settingsChanged(@Nullable Object sent) {
    if (snapshot.abilities().hasSettings()) {
      Configuration.ask(client(), snapshot.settings(), this::take);
    } else {
      Configuration.sent(sent).ifPresent(this::take);
    }
  }

  private void take(Settings settings) {
    become(snapshot.with(settings));
    askAgain();
  }

  LanguageClient client() {
    return connected(client);
  }

  Analyst analyst() {
    return connected(analyst);
  }

  Readings readings() {
    return readings;
  }

  private static <T> T connected(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("the session is not connected to a client");
    }
    return part;
  }

  @Override
  public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
    var abilities =
        Optional.ofNullable(params.getCapabilities()).map(Abilities::of).orElse(Abilities.NONE);
    commands = ClientCommands.of(params.getInitializationOptions());
    snapshot = snapshot.with(abilities).withRoots(roots(params));
    Configuration.sent(params.getInitializationOptions())
        .ifPresent(settings -> snapshot = snapshot.with(settings));
    ParentProcess.watch(params.getProcessId(), this::inputEnded);
    var sync = new TextDocumentSyncOptions();
    sync.setOpenClose(true);
    sync.setChange(TextDocumentSyncKind.Incremental);
    sync.setSave(new SaveOptions(false));
    var server = new ServerCapabilities();
    server.setTextDocumentSync(sync);
    server.setDefinitionProvider(true);
    server.setHoverProvider(true);
    server.setReferencesProvider(true);
    server.setDocumentSymbolProvider(true);
    server.setWorkspaceSymbolProvider(true);
    server.setImplementationProvider(true);
    server.setTypeDefinitionProvider(true);
    server.setInlayHintProvider(true);
    server.setFoldingRangeProvider(true);
    server.setSelectionRangeProvider(true);
    server.setDocumentLinkProvider(new DocumentLinkOptions(false));
    server.setRenameProvider(new RenameOptions(true));
    server.setCodeLensProvider(new CodeLensOptions(false));
    server.setDocumentHighlightProvider(true);
    server.setCompletionProvider(new CompletionOptions(false, List.of(".", "\"", "'", "[")));
    server.setSignatureHelpProvider(Signatures.options());
    server.setCodeActionProvider(CodeActions.options());
    server.setWorkspace(workspace());
    ConfigurationsOnly.announce(server, abilities);
    if (abilities.namesColumns()) {
      server.setPositionEncoding(abilities.encoding());
    }
    if (abilities.onlyPulls()) {
      server.setDiagnosticProvider(new DiagnosticRegistrationOptions(true, true));
    }
    return CompletableFuture.completedFuture(
        new InitializeResult(server, new ServerInfo("durascope")));
  }

  private static WorkspaceServerCapabilities workspace() {
    var folders = new WorkspaceFoldersOptions();
    folders.setSupported(true);
    folders.setChangeNotifications(true);
    var anyFile = new FileOperationFilter(new FileOperationPattern("**/*"), "file");
    var files = new FileOperationsServerCapabilities();
    files.setWillRename(new FileOperationOptions(List.of(anyFile)));
    files.setDidRename(new FileOperationOptions(List.of(anyFile)));
    var workspace = new WorkspaceServerCapabilities(folders);
    workspace.setFileOperations(files);
    return workspace;
  }

  @SuppressWarnings("deprecation") // Clients before workspace folders send a single root.
  private static List<Path> roots(InitializeParams params) {
    var folders = params.getWorkspaceFolders();
    if (folders != null) {
      return folders.stream()
          .map(WorkspaceFolder::getUri)
          .flatMap(uri -> Uris.path(uri).stream())
          .toList();
    }
    return Optional.ofNullable(params.getRootUri()).flatMap(Uris::path).stream().toList();
  }

  @Override
  public void initialized(InitializedParams params) {
    if (snapshot.abilities().watchesFiles()) {
      FileWatching.request(client());
    }
    ConfigurationsOnly.register(client(), snapshot.abilities());
    if (snapshot.abilities().tellsOfSettings()) {
      Configuration.watch(client());
    }
    if (snapshot.abilities().hasSettings()) {
      // Nothing is checked before it is known how it is to be shown.
      Configuration.ask(client(), snapshot.settings(), this::take);
    } else {
      become(snapshot);
    }
  }

  @Override
  public CompletableFuture<@Nullable Object> shutdown() {
    shutDown = true;
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void exit() {
    exit.complete(shutDown ? LanguageServerMain.ORDERLY : LanguageServerMain.DISORDERLY);
  }

  @Override
  public void setTrace(SetTraceParams params) {
    // There is no trace beside the log, so there is nothing to turn on.
  }

  @Override
  public TextDocumentService getTextDocumentService() {
    return new Documents(this);
  }

  @Override
  public WorkspaceService getWorkspaceService() {
    return new Workspace(this);
  }

  @Override
  public void close() {
    running.close();
    readings.close();
    if (analyst != null) {
      analyst.close();
    }
  }
}
