package dev.durascope.languageserver.server;

import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.languageserver.feature.Folding;
import dev.durascope.languageserver.feature.InheritedHints;
import dev.durascope.languageserver.feature.Links;
import dev.durascope.languageserver.feature.Outline;
import dev.durascope.languageserver.feature.Selection;
import dev.durascope.model.config.WranglerConfig;
import dev.durascope.model.text.LineIndex;
import dev.durascope.model.text.Span;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.DocumentLink;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeKind;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SelectionRange;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/**
 * The requests about how a configuration is built. Code is left to the servers of its language,
 * which know it better.
 */
final class Structure {

  private Structure() {}

  static CompletableFuture<List<DocumentSymbol>> symbols(
      Session session, TextDocumentIdentifier document) {
    return session
        .readings()
        .ask(
            session.snapshot(),
            document,
            (config, lines) ->
                Outline.of(config).stream().map(each -> symbol(lines, each)).toList());
  }

  private static DocumentSymbol symbol(LineIndex lines, Outline.Symbol symbol) {
    var result =
        new DocumentSymbol(
            symbol.name().isBlank() ? "?" : symbol.name(),
            kind(symbol.kind()),
            ToProtocol.range(lines, symbol.span()),
            ToProtocol.range(lines, symbol.selection()));
    result.setDetail(symbol.detail());
    result.setChildren(symbol.children().stream().map(each -> symbol(lines, each)).toList());
    return result;
  }

  private static SymbolKind kind(Outline.Kind kind) {
    return switch (kind) {
      case ENVIRONMENT -> SymbolKind.Namespace;
      case TABLE -> SymbolKind.Object;
      case LIST -> SymbolKind.Array;
      case BINDING -> SymbolKind.Field;
      case MIGRATION -> SymbolKind.Event;
      case CLASS -> SymbolKind.Class;
      case VALUE -> SymbolKind.Property;
    };
  }

  static CompletableFuture<List<FoldingRange>> folds(
      Session session, TextDocumentIdentifier document) {
    return session
        .readings()
        .ask(
            session.snapshot(),
            document,
            (config, lines) ->
                Folding.of(config).stream()
                    .map(
                        fold -> {
                          var range = new FoldingRange(fold.first(), fold.last());
                          if (fold.comment()) {
                            range.setKind(FoldingRangeKind.Comment);
                          }
                          return range;
                        })
                    .toList());
  }

  static CompletableFuture<List<SelectionRange>> selections(
      Session session, TextDocumentIdentifier document, List<Position> positions) {
    return session
        .readings()
        .ask(
            session.snapshot(),
            document,
            (config, lines) ->
                positions.stream()
                    .map(position -> selection(config, lines, FromProtocol.offset(lines, position)))
                    .toList());
  }

  private static SelectionRange selection(WranglerConfig config, LineIndex lines, int offset) {
    var selection = new SelectionRange();
    var outer = new SelectionRange();
    for (var span : Selection.of(config, offset).reversed()) {
      selection = new SelectionRange();
      selection.setRange(ToProtocol.range(lines, span));
      if (outer.getRange() != null) {
        selection.setParent(outer);
      }
      outer = selection;
    }
    return selection;
  }

  static CompletableFuture<List<DocumentLink>> links(
      Session session, TextDocumentIdentifier document) {
    return ask(
        session,
        document,
        (subject, lines) ->
            Links.of(subject).stream()
                .map(
                    link ->
                        new DocumentLink(
                            ToProtocol.range(lines, link.span()), link.target().toString()))
                .toList());
  }

  static CompletableFuture<List<InlayHint>> hints(
      Session session, TextDocumentIdentifier document, Range range) {
    return session
        .readings()
        .ask(
            session.snapshot(),
            document,
            (config, lines) -> {
              var wanted = FromProtocol.span(lines, range);
              return InheritedHints.of(config).stream()
                  .filter(hint -> wanted.touches(hint.offset()))
                  .map(hint -> hint(lines, hint))
                  .toList();
            });
  }

  private static InlayHint hint(LineIndex lines, InheritedHints.Hint hint) {
    var result =
        new InlayHint(
            ToProtocol.range(lines, Span.at(hint.offset())).getStart(),
            Either.forLeft(hint.label()));
    result.setTooltip(new MarkupContent(MarkupKind.MARKDOWN, hint.tooltip()));
    result.setPaddingLeft(true);
    return result;
  }

  /** What is asked about a configuration. */
  interface Question<T> {
    List<T> ask(Subject subject, LineIndex lines);
  }

  /** Nothing where the document is no configuration. */
  static <T> CompletableFuture<List<T>> ask(
      Session session, TextDocumentIdentifier document, Question<T> question) {
    return Uris.path(document.getUri())
        .map(
            path ->
                session
                    .analyst()
                    .<List<T>>askTogether(
                        session.snapshot(),
                        path,
                        new Position(0, 0),
                        (subjects, offset, places) ->
                            subjects.stream()
                                .filter(subject -> subject.config().file().equals(path))
                                .findFirst()
                                .map(subject -> question.ask(subject, places.lines(path)))
                                .orElse(List.of())))
        .orElseGet(() -> CompletableFuture.completedFuture(List.of()));
  }
}
