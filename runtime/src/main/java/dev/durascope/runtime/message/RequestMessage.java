package dev.durascope.runtime.message;

import java.util.List;
import java.util.Optional;

/**
 * A request on its way into an isolate.
 *
 * @param url absolute
 * @param redirect {@code follow}, {@code manual} or {@code error}
 * @param cf {@code request.cf} as JSON, where the sender gave one
 * @param cancellation happens when the sender no longer waits for the answer
 * @param mark what a debugger follows the request by
 */
public record RequestMessage(
    String method,
    String url,
    List<Header> headers,
    Body body,
    String redirect,
    Optional<String> cf,
    Cancellation cancellation,
    Optional<CallMark> mark) {
  public RequestMessage {
    headers = List.copyOf(headers);
  }

  /** The same for whom it reaches, which does not follow redirects: its sender does. */
  public RequestMessage followedBySender() {
    return new RequestMessage(method, url, headers, body, "manual", cf, cancellation, mark);
  }

  /** The same with other headers, and with {@code cf} as JSON. */
  public RequestMessage with(List<Header> others, String newCf) {
    return new RequestMessage(
        method, url, others, body, redirect, Optional.of(newCf), cancellation, mark);
  }

  /** The same for a debugger to follow. */
  public RequestMessage marked(CallMark by) {
    return new RequestMessage(
        method, url, headers, body, redirect, cf, cancellation, Optional.of(by));
  }

  /** A request that nobody follows. */
  public RequestMessage(
      String method,
      String url,
      List<Header> headers,
      Body body,
      String redirect,
      Optional<String> cf,
      Cancellation cancellation) {
    this(method, url, headers, body, redirect, cf, cancellation, Optional.empty());
  }

  /** A request whose sender waits for ever. */
  public RequestMessage(
      String method,
      String url,
      List<Header> headers,
      Body body,
      String redirect,
      Optional<String> cf) {
    this(method, url, headers, body, redirect, cf, new Cancellation());
  }

  /** A request without {@code cf}. */
  public RequestMessage(
      String method, String url, List<Header> headers, Body body, String redirect) {
    this(method, url, headers, body, redirect, Optional.empty());
  }
}
