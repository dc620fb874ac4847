package dev.durascope.runtime.message;

import java.util.concurrent.CompletableFuture;

/**
 * The way to the outside: requests go out as messages, answers come back as messages; and
 * connections that carry what only their two ends understand.
 */
public interface Network {
  /** A network that nothing gets through, as in an isolate that is to stay by itself. */
  Network NONE =
      new Network() {
        @Override
        public CompletableFuture<ResponseMessage> send(RequestMessage request) {
          return CompletableFuture.failedFuture(lost());
        }

        @Override
        public CompletableFuture<Connection> connect(Endpoint endpoint) {
          return CompletableFuture.failedFuture(lost());
        }
      };

  /**
   * Sends one request and gives the head of its answer, whose body may still be coming; a redirect
   * is an answer like any other. A request with the header {@code Upgrade: websocket} is answered
   * with a socket if the server agrees. The request's {@link RequestMessage#cancellation} breaks
   * the exchange off at any time.
   *
   * <p>Fails with a {@link ScriptFailure} in the platform's words.
   */
  CompletableFuture<ResponseMessage> send(RequestMessage request);

  /** Opens a connection for bytes of any kind; with TLS, after its handshake. */
  CompletableFuture<Connection> connect(Endpoint endpoint);

  /** What a connection that cannot be made, or breaks, is called on the platform. */
  static ScriptFailure lost() {
    return ScriptFailure.error("Network connection lost.").local().retryable();
  }
}
