package dev.durascope.runtime.message;

import java.util.List;
import java.util.Optional;

/**
 * A response on its way out of an isolate.
 *
 * @param url where it came from, empty for one that was made by hand
 * @param webSocket with status 101: the client's end of the pair
 */
public record ResponseMessage(
    int status,
    String statusText,
    List<Header> headers,
    Body body,
    String url,
    Optional<SocketEnd> webSocket) {
  public ResponseMessage {
    headers = List.copyOf(headers);
  }
}
