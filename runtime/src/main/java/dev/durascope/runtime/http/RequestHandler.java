package dev.durascope.runtime.http;

import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.message.ResponseMessage;
import java.util.concurrent.CompletableFuture;

/** Answers requests. */
@FunctionalInterface
public interface RequestHandler {

  /**
   * Takes a request on; called on the event loop thread, so it must not block. The answer may be
   * given on any thread. A failure, thrown or in the future, becomes a response of status 500 with
   * its message as text.
   *
   * <p>To accept a WebSocket, answer with status 101 and the client's end of a pair.
   */
  CompletableFuture<ResponseMessage> handle(RequestMessage request);
}
