package dev.durascope.languageserver.server;

import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.languageserver.feature.Mention;
import dev.durascope.languageserver.feature.References;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightKind;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.TextDocumentPositionParams;

/** The requests for all places that speak of one thing. */
final class Navigation {

  private Navigation() {}

  static CompletableFuture<List<? extends Location>> references(
      Session session, ReferenceParams params) {
    boolean declarations =
        params.getContext() == null || params.getContext().isIncludeDeclaration();
    return ask(
        session,
        params,
        (path, subjects, offset, places) ->
            References.of(subjects, path, offset).stream()
                .filter(mention -> declarations || mention.form() != Mention.Form.DECLARATION)
                .map(mention -> places.location(mention.place()))
                .toList());
  }

  static CompletableFuture<List<? extends DocumentHighlight>> highlights(
      Session session, DocumentHighlightParams params) {
    return ask(
        session,
        params,
        (path, subjects, offset, places) ->
            References.inFile(subjects, path, offset).stream()
                .map(mention -> new DocumentHighlight(places.range(mention.place()), kind(mention)))
                .toList());
  }

  private static DocumentHighlightKind kind(Mention mention) {
    return mention.form() == Mention.Form.DECLARATION
        ? DocumentHighlightKind.Write
        : DocumentHighlightKind.Read;
  }

  private interface Question<T> {
    List<T> ask(Path path, List<Subject> subjects, int offset, Places places);
  }

  private static <T> CompletableFuture<List<? extends T>> ask(
      Session session, TextDocumentPositionParams params, Question<T> question) {
    return Uris.path(params.getTextDocument().getUri())
        .map(
            path ->
                session
                    .analyst()
                    .<List<? extends T>>askTogether(
                        session.snapshot(),
                        path,
                        params.getPosition(),
                        (subjects, offset, places) -> question.ask(path, subjects, offset, places)))
        .orElseGet(() -> CompletableFuture.completedFuture(List.of()));
  }
}
