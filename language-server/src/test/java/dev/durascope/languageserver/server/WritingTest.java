package dev.durascope.languageserver.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.FormattingCapabilities;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.RangeFormattingCapabilities;
import org.eclipse.lsp4j.SemanticTokensCapabilities;
import org.eclipse.lsp4j.SemanticTokensClientCapabilitiesRequests;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextEdit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conversations about a configuration's text. */
class WritingTest {

  @TempDir Path directory;

  @BeforeEach
  void sources() throws IOException {
    Files.createDirectories(directory.resolve("src"));
    Files.writeString(directory.resolve("src/index.ts"), "export const a=1\n");
  }

  private static List<TextEdit> format(Editor editor, String file, int width) throws IOException {
    var document = new TextDocumentIdentifier(editor.uri(file));
    var params = new DocumentFormattingParams(document, new FormattingOptions(width, true));
    return List.copyOf(Editor.await(editor.server().getTextDocumentService().formatting(params)));
  }

  private static TextEdit edit(int line, int from, int toLine, int to, String text) {
    return new TextEdit(new Range(new Position(line, from), new Position(toLine, to)), text);
  }

  @Test
  void aConfigurationIsMadeEvenAndCodeIsNot() throws IOException {
    try (var editor = new Editor(directory)) {
      var abilities = editor.initialize(new ClientCapabilities()).getCapabilities();
      assertThat(abilities.getDocumentFormattingProvider().getLeft()).isTrue();
      editor
          .open("wrangler.toml", "main=\"src/index.ts\" # „ü“\t\ncompatibility_flags = [\n\"a\" ]")
          .expect("wrangler.toml");
      assertThat(format(editor, "wrangler.toml", 4))
          .containsExactly(
              edit(0, 4, 0, 4, " "),
              edit(0, 5, 0, 5, " "),
              edit(0, 25, 1, 0, "\n"),
              edit(1, 23, 2, 0, "\n    "),
              edit(2, 5, 2, 5, "\n"));
      assertThat(format(editor, "src/index.ts", 4)).isEmpty();
    }
  }

  @Test
  void wordsHaveKinds() throws IOException {
    try (var editor = new Editor(directory)) {
      var abilities = editor.initialize(new ClientCapabilities()).getCapabilities();
      var types = abilities.getSemanticTokensProvider().getLegend().getTokenTypes();
      editor
          .open("wrangler.toml", "main = \"src/index.ts\" # „ü“\n\n[vars]\n  A = 1")
          .expect("wrangler.toml");
      var document = new TextDocumentIdentifier(editor.uri("wrangler.toml"));
      var tokens =
          Editor.await(
              editor
                  .server()
                  .getTextDocumentService()
                  .semanticTokensFull(new SemanticTokensParams(document)));
      assertThat(tokens.getData())
          .containsExactly(
              0,
              0,
              4,
              types.indexOf("property"),
              0,
              0,
              7,
              14,
              types.indexOf("string"),
              0,
              0,
              15,
              5,
              types.indexOf("comment"),
              0,
              2,
              1,
              4,
              types.indexOf("namespace"),
              0,
              1,
              2,
              1,
              types.indexOf("variable"),
              0,
              0,
              4,
              1,
              types.indexOf("number"),
              0);
    }
  }

  @Test
  void aClientThatCanBeToldSoAsksForConfigurationsAlone() throws IOException {
    var formatting = new FormattingCapabilities(true);
    var document = new TextDocumentClientCapabilities();
    document.setFormatting(formatting);
    document.setRangeFormatting(new RangeFormattingCapabilities(true));
    var tokens =
        new SemanticTokensCapabilities(
            new SemanticTokensClientCapabilitiesRequests(true), List.of(), List.of(), List.of());
    tokens.setDynamicRegistration(true);
    document.setSemanticTokens(tokens);
    var client = new ClientCapabilities();
    client.setTextDocument(document);
    try (var editor = new Editor(directory)) {
      var abilities = editor.initialize(client).getCapabilities();
      assertThat(abilities.getDocumentFormattingProvider()).isNull();
      assertThat(abilities.getDocumentRangeFormattingProvider()).isNull();
      assertThat(abilities.getSemanticTokensProvider()).isNull();
      editor.expectAsked(
          "register textDocument/formatting",
          "register textDocument/rangeFormatting",
          "register textDocument/semanticTokens");
    }
  }
}
