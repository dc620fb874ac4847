package dev.durascope.languageserver.server;

import java.lang.System.Logger.Level;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/**
 * The one boundary where a failure ends: a feature that breaks is logged and answered with an
 * error, and the next message is handled as if nothing had been.
 */
final class Failures {

  private static final System.Logger LOG = System.getLogger(Failures.class.getName());

  private Failures() {}

  static ResponseError toResponse(Throwable thrown) {
    var cause =
        thrown instanceof CompletionException && thrown.getCause() != null
            ? thrown.getCause()
            : thrown;
    return switch (cause) {
      case ResponseErrorException meant -> meant.getResponseError();
      case CancellationException _ ->
          new ResponseError(ResponseErrorCode.RequestCancelled, "cancelled", null);
      case UnsupportedOperationException _ when isNobodysMethod(cause) ->
          new ResponseError(ResponseErrorCode.MethodNotFound, "no such method here", null);
      default -> {
        LOG.log(Level.ERROR, "a request failed", cause);
        yield new ResponseError(
            ResponseErrorCode.InternalError, "Durascope failed: " + cause, null);
      }
    };
  }

  /** LSP4J's services throw by themselves where a method of the protocol is not overridden. */
  private static boolean isNobodysMethod(Throwable thrown) {
    var frames = thrown.getStackTrace();
    return frames.length > 0 && frames[0].getClassName().startsWith("org.eclipse.lsp4j.services.");
  }

  /** Runs {@code work}; what it throws is logged and goes no further. */
  static void guard(String what, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException broken) {
      LOG.log(Level.ERROR, what + " failed", broken);
    }
  }
}
