package dev.durascope.runtime.message;

import java.util.List;
import java.util.Optional;

/**
 * A response on its way out of an isolate.
 *
 * @param url where it came from, empty for one that was made by hand
 * @param encoding whether the body is already as its {@code Content-Encoding} says
 * @param webSocket with status 101: the client's end of the pair
 */
public record ResponseMessage(
    int status,
    String statusText,
    List<Header> headers,
    Body body,
    String url,
    Optional<SocketEnd> webSocket,
    BodyEncoding encoding) {
  public ResponseMessage {
    headers = List.copyOf(headers);
  }

  /** A response whose body is plain. */
  public ResponseMessage(
      int status,
      String statusText,
      List<Header> headers,
      Body body,
      String url,
      Optional<SocketEnd> webSocket) {
    this(status, statusText, headers, body, url, webSocket, BodyEncoding.AUTOMATIC);
  }
}
