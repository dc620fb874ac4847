package dev.durascope.runtime.message;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A connection to the outside that carries bytes both ways, as {@code connect()} of {@code
 * cloudflare:sockets} opens it. Each way is no faster than its reader: nothing is taken off the
 * wire before somebody reads, and a write is done when the wire has taken it.
 *
 * <p>Usable on any thread. One reader, one writer; each waits for its last future before it asks
 * again. What fails does so with a {@link ScriptFailure}.
 */
public interface Connection {
  /** The next bytes, or null at the end. */
  CompletableFuture<byte @Nullable []> read();

  /** Sends bytes, which must not change afterwards. */
  CompletableFuture<@Nullable Void> write(byte[] bytes);

  /** Says to the other side that no more will come; it may still send. */
  CompletableFuture<@Nullable Void> shutdownOutput();

  /**
   * Goes on in TLS with a server that has a certificate for {@code host}. A read that waits gets
   * the end; the result completes after the handshake.
   */
  CompletableFuture<@Nullable Void> startTls(String host);

  /** Gives the connection up. */
  void close();

  /** Completes, never with a failure, when the connection is gone. */
  CompletableFuture<@Nullable Void> closed();
}
