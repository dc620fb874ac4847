package dev.durascope.languageserver.server;

import dev.durascope.languageserver.feature.CallHelp;
import dev.durascope.languageserver.feature.Completion;
import dev.durascope.languageserver.feature.Definition;
import dev.durascope.languageserver.feature.Implementation;
import dev.durascope.languageserver.server.Snapshot.Buffer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.DocumentDiagnosticReport;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentLink;
import org.eclipse.lsp4j.DocumentLinkParams;
import org.eclipse.lsp4j.DocumentRangeFormattingParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.ImplementationParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SelectionRange;
import org.eclipse.lsp4j.SelectionRangeParams;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SemanticTokensRangeParams;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureHelpParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentPositionParams;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.TypeDefinitionParams;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.jspecify.annotations.Nullable;

/**
 * What concerns one document. The notifications write, here and nowhere else; the requests take the
 * snapshot as it is when they arrive and leave the rest to the analyst.
 */
record Documents(Session session) implements TextDocumentService {

  @Override
  public void didOpen(DidOpenTextDocumentParams params) {
    var document = params.getTextDocument();
    Uris.path(document.getUri())
        .ifPresent(
            path ->
                session.become(
                    session
                        .snapshot()
                        .with(
                            path,
                            new Buffer(
                                document.getUri(), document.getVersion(), document.getText()))));
  }

  @Override
  public void didChange(DidChangeTextDocumentParams params) {
    var document = params.getTextDocument();
    var snapshot = session.snapshot();
    Uris.path(document.getUri())
        .flatMap(
            path ->
                snapshot
                    .buffer(path)
                    .map(
                        buffer ->
                            snapshot.with(
                                path,
                                new Buffer(
                                    buffer.uri(),
                                    document.getVersion(),
                                    TextEdits.apply(
                                        buffer.text(),
                                        params.getContentChanges(),
                                        snapshot.abilities().columns())))))
        .ifPresent(session::become);
  }

  @Override
  public void didClose(DidCloseTextDocumentParams params) {
    Uris.path(params.getTextDocument().getUri())
        .ifPresent(path -> session.become(session.snapshot().without(path)));
  }

  @Override
  public void didSave(DidSaveTextDocumentParams params) {
    session.outsideChanged();
  }

  @Override
  public CompletableFuture<DocumentDiagnosticReport> diagnostic(DocumentDiagnosticParams params) {
    return Uris.path(params.getTextDocument().getUri())
        .map(
            path ->
                session
                    .analyst()
                    .ask(session.snapshot(), path, checked -> checked.toProtocol(path)))
        .orElseGet(() -> CompletableFuture.completedFuture(List.of()))
        .thenApply(
            diagnostics -> PulledDiagnostics.ofDocument(diagnostics, params.getPreviousResultId()));
  }

  @Override
  public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
    return CodeActions.of(session, params);
  }

  @Override
  public CompletableFuture<CodeAction> resolveCodeAction(CodeAction unresolved) {
    return CodeActions.resolve(session, unresolved);
  }

  @Override
  public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>>
      definition(DefinitionParams params) {
    return ask(
            params,
            path ->
                (subject, offset, places) ->
                    Definition.of(subject, path, offset).stream().map(places::location).toList())
        .thenApply(Either::forLeft);
  }

  @Override
  public CompletableFuture<@Nullable Hover> hover(HoverParams params) {
    return ask(
            params,
            path ->
                (subject, offset, places) ->
                    dev.durascope.languageserver.feature.Hover.of(subject, path, offset).stream()
                        .map(hover -> ToProtocol.hover(places, path, hover))
                        .toList())
        .thenApply(hovers -> hovers.isEmpty() ? null : hovers.getFirst());
  }

  @Override
  public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(
      CompletionParams params) {
    return ask(
            params,
            path ->
                (subject, offset, places) ->
                    ToProtocol.completion(
                        places.lines(path),
                        Completion.of(subject, path, offset),
                        session.snapshot().abilities().items()))
        .thenApply(Either::forLeft);
  }

  @Override
  public CompletableFuture<@Nullable SignatureHelp> signatureHelp(SignatureHelpParams params) {
    return ask(
            params,
            path ->
                (subject, offset, places) ->
                    CallHelp.of(subject, path, offset).stream().map(Signatures::of).toList())
        .thenApply(found -> found.isEmpty() ? null : found.getFirst());
  }

  @Override
  public CompletableFuture<List<? extends Location>> references(ReferenceParams params) {
    return Navigation.references(session, params);
  }

  @Override
  public CompletableFuture<List<? extends DocumentHighlight>> documentHighlight(
      DocumentHighlightParams params) {
    return Navigation.highlights(session, params);
  }

  @Override
  public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
      DocumentSymbolParams params) {
    return Structure.symbols(session, params.getTextDocument())
        .thenApply(
            found ->
                found.stream().map(Either::<SymbolInformation, DocumentSymbol>forRight).toList());
  }

  @Override
  public CompletableFuture<List<? extends TextEdit>> formatting(DocumentFormattingParams params) {
    return Writing.format(session, params);
  }

  @Override
  public CompletableFuture<List<? extends TextEdit>> rangeFormatting(
      DocumentRangeFormattingParams params) {
    return Writing.formatRange(session, params);
  }

  @Override
  public CompletableFuture<SemanticTokens> semanticTokensRange(SemanticTokensRangeParams params) {
    return Colours.of(session, params.getTextDocument(), params.getRange());
  }

  @Override
  public CompletableFuture<SemanticTokens> semanticTokensFull(SemanticTokensParams params) {
    return Colours.of(session, params.getTextDocument());
  }

  @Override
  public CompletableFuture<List<FoldingRange>> foldingRange(FoldingRangeRequestParams params) {
    return Structure.folds(session, params.getTextDocument());
  }

  @Override
  public CompletableFuture<List<SelectionRange>> selectionRange(SelectionRangeParams params) {
    return Structure.selections(session, params.getTextDocument(), params.getPositions());
  }

  @Override
  public CompletableFuture<List<InlayHint>> inlayHint(InlayHintParams params) {
    return Structure.hints(session, params.getTextDocument(), params.getRange());
  }

  @Override
  public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>>
      implementation(ImplementationParams params) {
    return ask(
            params,
            path ->
                (subject, offset, places) ->
                    Implementation.of(subject, path, offset).stream()
                        .map(places::location)
                        .toList())
        .thenApply(Either::forLeft);
  }

  /** What a name in `env` is of: its class. */
  @Override
  public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>>
      typeDefinition(TypeDefinitionParams params) {
    return implementation(new ImplementationParams(params.getTextDocument(), params.getPosition()));
  }

  @Override
  public CompletableFuture<List<DocumentLink>> documentLink(DocumentLinkParams params) {
    return Structure.links(session, params.getTextDocument());
  }

  @Override
  public CompletableFuture<List<? extends CodeLens>> codeLens(CodeLensParams params) {
    return CodeLenses.of(session, params);
  }

  @Override
  public CompletableFuture<
          @Nullable Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>>
      prepareRename(PrepareRenameParams params) {
    return Renaming.prepare(session, params);
  }

  @Override
  public CompletableFuture<@Nullable WorkspaceEdit> rename(RenameParams params) {
    return Renaming.rename(session, params);
  }

  private <T> CompletableFuture<List<T>> ask(
      TextDocumentPositionParams params, Function<Path, Analyst.Question<T>> question) {
    return Uris.path(params.getTextDocument().getUri())
        .map(
            path ->
                session
                    .analyst()
                    .ask(session.snapshot(), path, params.getPosition(), question.apply(path)))
        .orElseGet(() -> CompletableFuture.completedFuture(List.of()));
  }
}
