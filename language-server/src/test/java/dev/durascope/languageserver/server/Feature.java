package dev.durascope.languageserver.server;

import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;

/** What an editor can ask for, each with a folder of {@link FeatureFixture}s. */
enum Feature {
  COMPLETION("completionProvider"),
  SIGNATURE_HELP("signatureHelpProvider"),
  HOVER("hoverProvider"),
  DEFINITION("definitionProvider"),
  IMPLEMENTATION("implementationProvider"),
  TYPE_DEFINITION("typeDefinitionProvider"),
  REFERENCES("referencesProvider"),
  HIGHLIGHT("documentHighlightProvider"),
  WORKSPACE_SYMBOL("workspaceSymbolProvider"),
  RENAME("renameProvider"),
  CODE_ACTION("codeActionProvider"),
  FORMATTING("documentFormattingProvider"),
  RANGE_FORMATTING("documentRangeFormattingProvider"),
  FILE_RENAME("willRename"),
  CODE_LENS("codeLensProvider"),
  INLAY_HINT("inlayHintProvider"),
  DOCUMENT_SYMBOL("documentSymbolProvider"),
  DOCUMENT_LINK("documentLinkProvider"),
  FOLDING_RANGE("foldingRangeProvider"),
  SELECTION_RANGE("selectionRangeProvider"),
  SEMANTIC_TOKENS("semanticTokensProvider");

  private final String capability;

  Feature(String capability) {
    this.capability = capability;
  }

  /** The key under which the server says that it has it. */
  String capability() {
    return capability;
  }

  /** Asks, and puts the answer into words. */
  String ask(AskedProject project) throws IOException {
    return switch (this) {
      case COMPLETION -> PlaceAnswers.completion(project);
      case SIGNATURE_HELP -> PlaceAnswers.signatureHelp(project);
      case HOVER -> PlaceAnswers.hover(project);
      case DEFINITION -> PlaceAnswers.definition(project);
      case IMPLEMENTATION -> PlaceAnswers.implementation(project);
      case TYPE_DEFINITION -> PlaceAnswers.typeDefinition(project);
      case REFERENCES -> PlaceAnswers.references(project);
      case HIGHLIGHT -> PlaceAnswers.highlight(project);
      case WORKSPACE_SYMBOL -> PlaceAnswers.workspaceSymbol(project);
      case RENAME -> EditAnswers.rename(project);
      case CODE_ACTION -> EditAnswers.codeAction(project);
      case FORMATTING -> EditAnswers.formatting(project);
      case RANGE_FORMATTING -> EditAnswers.rangeFormatting(project);
      case FILE_RENAME -> EditAnswers.fileRename(project);
      case CODE_LENS -> StructureAnswers.codeLens(project);
      case INLAY_HINT -> StructureAnswers.inlayHint(project);
      case DOCUMENT_SYMBOL -> StructureAnswers.documentSymbol(project);
      case DOCUMENT_LINK -> StructureAnswers.documentLink(project);
      case FOLDING_RANGE -> StructureAnswers.foldingRange(project);
      case SELECTION_RANGE -> StructureAnswers.selectionRange(project);
      case SEMANTIC_TOKENS -> StructureAnswers.semanticTokens(project);
    };
  }

  /** The name of its folder. */
  String folder() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether its answers are about how a text is written, and so differ with the syntax. */
  boolean isAboutText() {
    return switch (this) {
      case FORMATTING, RANGE_FORMATTING, FOLDING_RANGE, SELECTION_RANGE, SEMANTIC_TOKENS -> true;
      case COMPLETION,
          SIGNATURE_HELP,
          HOVER,
          DEFINITION,
          IMPLEMENTATION,
          TYPE_DEFINITION,
          REFERENCES,
          HIGHLIGHT,
          WORKSPACE_SYMBOL,
          RENAME,
          CODE_ACTION,
          FILE_RENAME,
          CODE_LENS,
          INLAY_HINT,
          DOCUMENT_SYMBOL,
          DOCUMENT_LINK ->
          false;
    };
  }

  static Feature of(FeatureFixture fixture) {
    return Stream.of(values())
        .filter(feature -> feature.folder().equals(fixture.feature()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no feature has the folder of " + fixture.file()));
  }
}
