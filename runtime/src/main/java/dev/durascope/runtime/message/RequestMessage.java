package dev.durascope.runtime.message;

import java.util.List;

/**
 * A request on its way into an isolate.
 *
 * @param url absolute
 * @param redirect {@code follow}, {@code manual} or {@code error}
 */
public record RequestMessage(
    String method, String url, List<Header> headers, Body body, String redirect) {
  public RequestMessage {
    headers = List.copyOf(headers);
  }
}
