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
  void aClientThatCanBeToldSoFormatsConfigurationsAlone() throws IOException {
    var formatting = new FormattingCapabilities(true);
    var document = new TextDocumentClientCapabilities();
    document.setFormatting(formatting);
    var client = new ClientCapabilities();
    client.setTextDocument(document);
    try (var editor = new Editor(directory)) {
      var abilities = editor.initialize(client).getCapabilities();
      assertThat(abilities.getDocumentFormattingProvider()).isNull();
      editor.expectAsked("register textDocument/formatting");
    }
  }
}
