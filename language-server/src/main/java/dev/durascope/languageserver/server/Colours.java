package dev.durascope.languageserver.server;

import dev.durascope.languageserver.feature.Highlighting;
import dev.durascope.languageserver.feature.Highlighting.Kind;
import dev.durascope.model.text.LineIndex;
import dev.durascope.model.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SemanticTokenTypes;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensLegend;
import org.eclipse.lsp4j.SemanticTokensWithRegistrationOptions;
import org.eclipse.lsp4j.TextDocumentIdentifier;

/**
 * What the words of a configuration are, as the protocol's semantic tokens.
 *
 * <p>Five numbers each: lines since the last one, columns since the last one of the same line, the
 * length, the type's number in the legend, and modifiers, of which there are none.
 */
final class Colours {

  /** The legend. */
  private static final List<String> TYPES = Stream.of(Kind.values()).map(Colours::type).toList();

  private Colours() {}

  static SemanticTokensWithRegistrationOptions options() {
    var options =
        new SemanticTokensWithRegistrationOptions(new SemanticTokensLegend(TYPES, List.of()), true);
    options.setRange(true);
    return options;
  }

  private static String type(Kind kind) {
    return switch (kind) {
      case COMMENT -> SemanticTokenTypes.Comment;
      case TABLE -> SemanticTokenTypes.Namespace;
      case KEY -> SemanticTokenTypes.Property;
      case CLASS -> SemanticTokenTypes.Class;
      case BINDING -> SemanticTokenTypes.Variable;
      case TAG -> SemanticTokenTypes.Event;
      case STRING -> SemanticTokenTypes.String;
      case NUMBER -> SemanticTokenTypes.Number;
      case CONSTANT -> SemanticTokenTypes.Keyword;
    };
  }

  private record Token(Range range, Kind kind) {}

  static CompletableFuture<SemanticTokens> of(Session session, TextDocumentIdentifier document) {
    return of(session, document, (_, _) -> true);
  }

  /** Of a part of the document, as what an editor shows of a long one. */
  static CompletableFuture<SemanticTokens> of(
      Session session, TextDocumentIdentifier document, Range range) {
    return of(session, document, (lines, span) -> FromProtocol.span(lines, range).overlaps(span));
  }

  private static CompletableFuture<SemanticTokens> of(
      Session session, TextDocumentIdentifier document, BiPredicate<LineIndex, Span> wanted) {
    return session
        .readings()
        .ask(
            session.snapshot(),
            document,
            (config, lines) ->
                Highlighting.of(config).stream()
                    .filter(word -> wanted.test(lines, word.span()))
                    .map(word -> new Token(ToProtocol.range(lines, word.span()), word.kind()))
                    .toList())
        .thenApply(tokens -> new SemanticTokens(numbers(tokens)));
  }

  private static List<Integer> numbers(List<Token> tokens) {
    var numbers = new ArrayList<Integer>();
    var last = new Position(0, 0);
    for (var token : tokens) {
      var start = token.range().getStart();
      boolean sameLine = start.getLine() == last.getLine();
      numbers.add(start.getLine() - last.getLine());
      numbers.add(start.getCharacter() - (sameLine ? last.getCharacter() : 0));
      numbers.add(token.range().getEnd().getCharacter() - start.getCharacter());
      numbers.add(TYPES.indexOf(type(token.kind())));
      numbers.add(0);
      last = start;
    }
    return numbers;
  }
}
