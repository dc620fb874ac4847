package dev.durascope.languageserver.server;

import dev.durascope.languageserver.feature.Formatting;
import dev.durascope.model.text.LineIndex;
import dev.durascope.model.text.Span;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiPredicate;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentRangeFormattingParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextEdit;

/** The requests that have a configuration's text made even. */
final class Writing {

  /** What a tab stands for where the client says nothing of use. */
  private static final int DEFAULT_WIDTH = 2;

  private static final int MAX_WIDTH = 16;

  private Writing() {}

  static CompletableFuture<List<? extends TextEdit>> format(
      Session session, DocumentFormattingParams params) {
    return format(session, params.getTextDocument(), params.getOptions(), (_, _) -> true);
  }

  /** What is selected, by what stands around it. */
  static CompletableFuture<List<? extends TextEdit>> formatRange(
      Session session, DocumentRangeFormattingParams params) {
    return format(
        session,
        params.getTextDocument(),
        params.getOptions(),
        (lines, span) -> FromProtocol.span(lines, params.getRange()).overlaps(span));
  }

  private static CompletableFuture<List<? extends TextEdit>> format(
      Session session,
      TextDocumentIdentifier document,
      FormattingOptions options,
      BiPredicate<LineIndex, Span> wanted) {
    var unit = unit(options);
    return session
        .readings()
        .ask(
            session.snapshot(),
            document,
            (config, lines) ->
                Formatting.of(config, unit).stream()
                    .filter(change -> wanted.test(lines, change.span()))
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
