package dev.durascope.languageserver.server;

import dev.durascope.languageserver.feature.Rename;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.jspecify.annotations.Nullable;

/** {@code textDocument/rename} and what comes before it. A refusal is an error with its reason. */
final class Renaming {

  private Renaming() {}

  static CompletableFuture<
          @Nullable Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>>
      prepare(Session session, PrepareRenameParams params) {
    return Uris.path(params.getTextDocument().getUri())
        .map(
            path ->
                session
                    .analyst()
                    .askTogether(
                        session.snapshot(),
                        path,
                        params.getPosition(),
                        (subjects, offset, places) ->
                            Rename.at(subjects, path, offset)
                                .map(
                                    name ->
                                        new PrepareRenameResult(
                                            ToProtocol.range(places.lines(path), name.span()),
                                            name.value()))))
        .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()))
        .thenApply(
            found ->
                found
                    .map(
                        Either3
                            ::<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>forSecond)
                    .orElse(null));
  }

  static CompletableFuture<@Nullable WorkspaceEdit> rename(Session session, RenameParams params) {
    return Uris.path(params.getTextDocument().getUri())
        .map(
            path ->
                session
                    .analyst()
                    .<@Nullable WorkspaceEdit>askTogether(
                        session.snapshot(),
                        path,
                        params.getPosition(),
                        (subjects, offset, places) ->
                            switch (Rename.to(params.getNewName(), subjects, path, offset)) {
                              case Rename.Edits edits -> WorkspaceEdits.of(places, edits);
                              case Rename.Refused(var reason) ->
                                  throw new ResponseErrorException(
                                      new ResponseError(
                                          ResponseErrorCode.RequestFailed, reason, null));
                            }))
        .orElseGet(() -> CompletableFuture.completedFuture(null));
  }
}
