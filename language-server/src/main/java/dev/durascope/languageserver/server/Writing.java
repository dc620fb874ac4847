package dev.durascope.languageserver.server;

import dev.durascope.languageserver.feature.Formatting;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.TextEdit;

/** The requests that have a configuration's text made even. */
final class Writing {

  /** What a tab stands for where the client says nothing of use. */
  private static final int DEFAULT_WIDTH = 2;

  private static final int MAX_WIDTH = 16;

  private Writing() {}

  static CompletableFuture<List<? extends TextEdit>> format(
      Session session, DocumentFormattingParams params) {
    var unit = unit(params.getOptions());
    return Structure.ask(
            session,
            params.getTextDocument(),
            (subject, lines) ->
                Formatting.of(subject.config(), unit).stream()
                    .map(
                        change ->
                            new TextEdit(ToProtocol.range(lines, change.span()), change.text()))
                    .toList())
        .thenApply(edits -> edits);
  }

  private static String unit(FormattingOptions options) {
    if (!options.isInsertSpaces()) {
      return "\t";
    }
    int width = options.getTabSize();
    return " ".repeat(width > 0 && width <= MAX_WIDTH ? width : DEFAULT_WIDTH);
  }
}
