package dev.durascope.runtime.http;

import java.time.Duration;

/**
 * How a front door is to be opened.
 *
 * @param host the address to listen on, as {@code 127.0.0.1}
 * @param port 0 for one that is free
 * @param maxWholeBodyBytes a request body of a declared length up to this is handed over whole, any
 *     other as a stream
 * @param webSocketCompression whether clients that offer {@code permessage-deflate} get it
 * @param socketCloseTimeout how long a client may take to answer a WebSocket's close
 */
public record FrontDoorOptions(
    String host,
    int port,
    int maxWholeBodyBytes,
    boolean webSocketCompression,
    Duration socketCloseTimeout) {
  private static final int MAX_WHOLE_BODY_BYTES = 64 << 10;
  private static final Duration SOCKET_CLOSE_TIMEOUT = Duration.ofSeconds(10);

  public FrontDoorOptions {
    if (port < 0 || port > 0xffff) {
      throw new IllegalArgumentException("A port is a number from 0 to 65535, not " + port);
    }
  }

  /** The usual options. */
  public static FrontDoorOptions of(String host, int port) {
    return new FrontDoorOptions(host, port, MAX_WHOLE_BODY_BYTES, true, SOCKET_CLOSE_TIMEOUT);
  }
}
