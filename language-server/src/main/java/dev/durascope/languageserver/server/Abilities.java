package dev.durascope.languageserver.server;

import dev.durascope.model.text.ColumnUnit;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeActionCapabilities;
import org.eclipse.lsp4j.CodeActionResolveSupportCapabilities;
import org.eclipse.lsp4j.CodeLensWorkspaceCapabilities;
import org.eclipse.lsp4j.DiagnosticWorkspaceCapabilities;
import org.eclipse.lsp4j.DidChangeConfigurationCapabilities;
import org.eclipse.lsp4j.DidChangeWatchedFilesCapabilities;
import org.eclipse.lsp4j.FormattingCapabilities;
import org.eclipse.lsp4j.GeneralClientCapabilities;
import org.eclipse.lsp4j.HoverCapabilities;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.PositionEncodingKind;
import org.eclipse.lsp4j.PublishDiagnosticsCapabilities;
import org.eclipse.lsp4j.RangeFormattingCapabilities;
import org.eclipse.lsp4j.ResourceOperationKind;
import org.eclipse.lsp4j.SemanticTokensCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WindowClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceEditCapabilities;
import org.jspecify.annotations.Nullable;

/**
 * What the client can do, from what it said when it came. What it did not say it cannot.
 *
 * @param columns what it counts in a line; of several units the one that it likes best
 * @param namesColumns whether it has named units at all, and so is told which one was taken
 * @param onlyPulls whether it asks for diagnostics and takes none unasked. One that does both would
 *     show each twice, so it is not told that it may ask; whoever asks is answered all the same
 * @param asksAgain whether it can be told that the diagnostics it has are old
 * @param watchesFiles whether it can be asked to tell of files that change
 * @param showsProgress whether it shows that something takes time
 * @param hasSettings whether it can be asked for settings
 * @param tellsOfSettings whether it can be asked to tell when they change
 * @param checksVersions whether it refuses an edit that was made for an older text
 * @param asksLensesAgain whether it can be told that the lenses it has are old
 * @param registersFormatting whether it can be told what formatting is for
 * @param registersRanges whether it can be told what formatting of a selection is for
 * @param registersTokens whether it can be told what semantic tokens are for
 * @param asksAboutEdits whether it shows what edits are for, and asks about those that need it
 * @param resolvesEdits whether it asks for the edits of a code action when that is chosen
 * @param createsFiles whether an edit of the workspace may create files
 * @param deletesFiles whether it may delete them
 * @param items what it can do with items of completion
 * @param readsMarkdown whether a hover may be in Markdown
 * @param drawsTags whether it draws what is unused or outdated in a way of its own
 */
record Abilities(
    ColumnUnit columns,
    boolean namesColumns,
    boolean onlyPulls,
    boolean asksAgain,
    boolean watchesFiles,
    boolean showsProgress,
    boolean hasSettings,
    boolean tellsOfSettings,
    boolean checksVersions,
    boolean asksLensesAgain,
    boolean registersFormatting,
    boolean registersRanges,
    boolean registersTokens,
    boolean asksAboutEdits,
    boolean resolvesEdits,
    boolean createsFiles,
    boolean deletesFiles,
    ItemAbilities items,
    boolean readsMarkdown,
    boolean drawsTags) {

  static final Abilities NONE = of(new ClientCapabilities());

  static Abilities of(ClientCapabilities capabilities) {
    var general = Optional.ofNullable(capabilities.getGeneral());
    var document = Optional.ofNullable(capabilities.getTextDocument());
    var workspace = Optional.ofNullable(capabilities.getWorkspace());
    var window = Optional.ofNullable(capabilities.getWindow());
    var units =
        general
            .map(GeneralClientCapabilities::getPositionEncodings)
            .flatMap(offered -> offered.stream().flatMap(each -> unit(each).stream()).findFirst());
    return new Abilities(
        units.orElse(ColumnUnit.UTF_16),
        units.isPresent(),
        document.map(TextDocumentClientCapabilities::getDiagnostic).isPresent()
            && document.map(TextDocumentClientCapabilities::getPublishDiagnostics).isEmpty(),
        can(
            workspace.map(WorkspaceClientCapabilities::getDiagnostics),
            DiagnosticWorkspaceCapabilities::getRefreshSupport),
        can(
            workspace.map(WorkspaceClientCapabilities::getDidChangeWatchedFiles),
            DidChangeWatchedFilesCapabilities::getDynamicRegistration),
        can(window, WindowClientCapabilities::getWorkDoneProgress),
        can(workspace, WorkspaceClientCapabilities::getConfiguration),
        can(
            workspace.map(WorkspaceClientCapabilities::getDidChangeConfiguration),
            DidChangeConfigurationCapabilities::getDynamicRegistration),
        can(
            workspace.map(WorkspaceClientCapabilities::getWorkspaceEdit),
            WorkspaceEditCapabilities::getDocumentChanges),
        can(
            workspace.map(WorkspaceClientCapabilities::getCodeLens),
            CodeLensWorkspaceCapabilities::getRefreshSupport),
        can(
            document.map(TextDocumentClientCapabilities::getFormatting),
            FormattingCapabilities::getDynamicRegistration),
        can(
            document.map(TextDocumentClientCapabilities::getRangeFormatting),
            RangeFormattingCapabilities::getDynamicRegistration),
        can(
            document.map(TextDocumentClientCapabilities::getSemanticTokens),
            SemanticTokensCapabilities::getDynamicRegistration),
        workspace
            .map(WorkspaceClientCapabilities::getWorkspaceEdit)
            .map(WorkspaceEditCapabilities::getChangeAnnotationSupport)
            .isPresent(),
        document
            .map(TextDocumentClientCapabilities::getCodeAction)
            .map(CodeActionCapabilities::getResolveSupport)
            .map(CodeActionResolveSupportCapabilities::getProperties)
            .filter(properties -> properties.contains("edit"))
            .isPresent(),
        changesFiles(workspace, ResourceOperationKind.Create),
        changesFiles(workspace, ResourceOperationKind.Delete),
        ItemAbilities.of(document),
        document
            .map(TextDocumentClientCapabilities::getHover)
            .map(HoverCapabilities::getContentFormat)
            .filter(formats -> !formats.contains(MarkupKind.MARKDOWN))
            .isEmpty(),
        document.map(TextDocumentClientCapabilities::getDiagnostic).isPresent()
            || document
                .map(TextDocumentClientCapabilities::getPublishDiagnostics)
                .map(PublishDiagnosticsCapabilities::getTagSupport)
                .isPresent());
  }

  private static boolean changesFiles(
      Optional<WorkspaceClientCapabilities> workspace, String operation) {
    return workspace
        .map(WorkspaceClientCapabilities::getWorkspaceEdit)
        .filter(edits -> Boolean.TRUE.equals(edits.getDocumentChanges()))
        .map(WorkspaceEditCapabilities::getResourceOperations)
        .filter(operations -> operations.contains(operation))
        .isPresent();
  }

  private static <T> boolean can(Optional<T> part, Function<T, @Nullable Boolean> ability) {
    return part.map(ability).orElse(false);
  }

  private static Optional<ColumnUnit> unit(String encoding) {
    return switch (encoding) {
      case PositionEncodingKind.UTF8 -> Optional.of(ColumnUnit.UTF_8);
      case PositionEncodingKind.UTF16 -> Optional.of(ColumnUnit.UTF_16);
      case PositionEncodingKind.UTF32 -> Optional.of(ColumnUnit.UTF_32);
      default -> Optional.empty();
    };
  }

  /** The protocol's name for the unit. */
  String encoding() {
    return switch (columns) {
      case UTF_8 -> PositionEncodingKind.UTF8;
      case UTF_16 -> PositionEncodingKind.UTF16;
      case UTF_32 -> PositionEncodingKind.UTF32;
    };
  }
}
