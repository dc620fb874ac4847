package dev.durascope.languageserver.server;

import dev.durascope.languageserver.feature.WorkspaceNames;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.RenameFilesParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.WorkspaceDiagnosticParams;
import org.eclipse.lsp4j.WorkspaceDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.jspecify.annotations.Nullable;

/** The notifications that concern no single document. */
record Workspace(Session session) implements WorkspaceService {

  @Override
  public void didChangeConfiguration(DidChangeConfigurationParams params) {
    session.settingsChanged(params.getSettings());
  }

  @Override
  public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
    session.outsideChanged();
    if (params.getChanges().stream().anyMatch(Workspace::isControlFile)) {
      session.projectsChanged();
    }
  }

  /** It comes with a running project, and goes with it. */
  private static boolean isControlFile(FileEvent event) {
    return event.getUri().endsWith("/.wrangler/durascope/control.json");
  }

  @Override
  public CompletableFuture<
          Either<List<? extends SymbolInformation>, List<? extends WorkspaceSymbol>>>
      symbol(WorkspaceSymbolParams params) {
    return session
        .analyst()
        .askOfAll(
            session.snapshot(),
            (subject, places) ->
                WorkspaceNames.of(subject, params.getQuery()).stream()
                    .map(name -> symbol(name, places))
                    .toList())
        .thenApply(Either::forRight);
  }

  private static WorkspaceSymbol symbol(WorkspaceNames.Name name, Places places) {
    var kind =
        switch (name.kind()) {
          case CLASS -> SymbolKind.Class;
          case BINDING -> SymbolKind.Field;
        };
    return new WorkspaceSymbol(
        name.text(), kind, Either.forLeft(places.location(name.place())), name.container());
  }

  @Override
  public CompletableFuture<WorkspaceDiagnosticReport> diagnostic(WorkspaceDiagnosticParams params) {
    var snapshot = session.snapshot();
    return session
        .analyst()
        .ask(
            cancelled ->
                PulledDiagnostics.ofWorkspace(
                    snapshot, session.analyst(), session.client(), params, cancelled));
  }

  @Override
  public CompletableFuture<@Nullable WorkspaceEdit> willRenameFiles(RenameFilesParams params) {
    var snapshot = session.snapshot();
    return session
        .analyst()
        .ask(cancelled -> FileRenames.edits(snapshot, session.analyst(), params.getFiles()));
  }

  @Override
  public void didRenameFiles(RenameFilesParams params) {
    session.outsideChanged();
  }

  @Override
  public void didChangeWorkspaceFolders(DidChangeWorkspaceFoldersParams params) {
    var roots = new ArrayList<>(session.snapshot().roots());
    params.getEvent().getRemoved().stream()
        .flatMap(folder -> Uris.path(folder.getUri()).stream())
        .forEach(roots::remove);
    params.getEvent().getAdded().stream()
        .flatMap(folder -> Uris.path(folder.getUri()).stream())
        .forEach(roots::add);
    session.become(session.snapshot().withRoots(roots));
    session.askAgain();
  }
}
