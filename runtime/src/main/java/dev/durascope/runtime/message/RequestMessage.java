package dev.durascope.runtime.message;

import java.util.List;
import java.util.Optional;

/**
 * A request on its way into an isolate.
 *
 * @param url absolute
 * @param redirect {@code follow}, {@code manual} or {@code error}
 * @param cf {@code request.cf} as JSON, where the sender gave one
 */
public record RequestMessage(
    String method,
    String url,
    List<Header> headers,
    Body body,
    String redirect,
    Optional<String> cf) {
  public RequestMessage {
    headers = List.copyOf(headers);
  }

  /** A request without {@code cf}. */
  public RequestMessage(
      String method, String url, List<Header> headers, Body body, String redirect) {
    this(method, url, headers, body, redirect, Optional.empty());
  }
}
