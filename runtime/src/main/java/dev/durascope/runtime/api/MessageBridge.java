package dev.durascope.runtime.api;

import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.BodyEncoding;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.message.ResponseMessage;
import dev.durascope.runtime.message.SocketEnd;
import dev.durascope.runtime.script.Isolate;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * The passage of requests, responses and sockets in and out of one isolate's JavaScript.
 *
 * <p>Each way is one call into the prelude: a message goes in as a handful of strings and opaque
 * handles, and comes out as the handle of a Java message that the prelude asked {@code
 * host.messages} for. Headers are taken apart, and bodies become JavaScript, only where user code
 * looks at them. JavaScript of the prelude does the same without Java by {@code load('messages')}.
 *
 * <p>On the isolate's thread only. Errors of user code leave as {@code PolyglotException}s.
 */
public final class MessageBridge {
  private final Value request;
  private final Value response;
  private final Value requestMessage;
  private final Value responseMessage;
  private final Value requestFrom;
  private final Value socket;
  private final Value hibernatableSocket;
  private final Value socketEnd;
  private final Value hibernate;
  private final Value peerClosed;
  private final Value peerFailed;

  private MessageBridge(Value messages) {
    request = messages.getMember("request");
    response = messages.getMember("response");
    requestMessage = messages.getMember("requestMessage");
    responseMessage = messages.getMember("responseMessage");
    requestFrom = messages.getMember("requestFrom");
    socket = messages.getMember("socket");
    hibernatableSocket = messages.getMember("hibernatableSocket");
    socketEnd = messages.getMember("socketEnd");
    hibernate = messages.getMember("acceptHibernatable");
    peerClosed = messages.getMember("peerClosed");
    peerFailed = messages.getMember("peerFailed");
  }

  /** The bridge of an isolate that has the groups of {@link WebPlatform}. */
  public static MessageBridge of(Isolate isolate) {
    return new MessageBridge(isolate.prelude("messages"));
  }

  /** A JavaScript Request, its headers immutable. */
  public Value request(RequestMessage message) {
    return request.execute(
        message.method(),
        message.url(),
        Headers.join(message.headers()),
        handle(message.body()),
        message.redirect(),
        message.cf().orElse(null),
        message.cancellation());
  }

  /** A JavaScript Response, its headers immutable. */
  public Value response(ResponseMessage message) {
    return response(message, message.url(), false);
  }

  /** The same for what was fetched. */
  public Value response(Redirects.Answer answer) {
    return response(answer.response(), answer.url(), answer.redirected());
  }

  private Value response(ResponseMessage message, String url, boolean redirected) {
    return response.execute(
        message.status(),
        message.statusText(),
        Headers.join(message.headers()),
        handle(message.body()),
        url,
        message.webSocket().orElse(null),
        redirected,
        message.encoding() == BodyEncoding.MANUAL);
  }

  /** The message of a Request, whose body is thereby used. */
  public RequestMessage requestMessage(Value jsRequest) {
    return requestMessage.execute(jsRequest).asHostObject();
  }

  /**
   * The message of the Response that a handler gave, whose body is thereby used; a TypeError if it
   * gave something else.
   */
  public ResponseMessage responseMessage(Value jsResponse) {
    return responseMessage.execute(jsResponse).asHostObject();
  }

  /** As {@code new Request(input, init)}, for {@code fetch} and {@code stub.fetch}. */
  public RequestMessage requestFrom(Value input, Value initOrUndefined) {
    return requestFrom.execute(input, initOrUndefined).asHostObject();
  }

  /** A JavaScript WebSocket that nobody has accepted yet. */
  public Value socket(SocketEnd end) {
    return socket.execute(end);
  }

  /**
   * The JavaScript WebSocket of an end that a Durable Object has accepted for hibernation, for its
   * next awakening. A new object each time: keep it while the object is awake.
   *
   * @param url as the first JavaScript object had it, or null
   */
  public Value hibernatableSocket(SocketEnd end, @Nullable String url) {
    return hibernatableSocket.execute(end, url);
  }

  /** The end behind a JavaScript WebSocket; a TypeError if the value is none. */
  public SocketEnd socketEnd(Value jsSocket) {
    return socketEnd.execute(jsSocket).asHostObject();
  }

  /**
   * Marks a WebSocket as taken by {@code ctx.acceptWebSocket()} and gives its end, whose receiver
   * the caller sets; fails with the platform's TypeError if it was accepted or returned before.
   */
  public SocketEnd acceptHibernatable(Value jsSocket) {
    return hibernate.execute(jsSocket).asHostObject();
  }

  /**
   * Tells a hibernatable WebSocket that its peer has closed, before the close event is dispatched.
   */
  public void peerClosed(Value jsSocket) {
    peerClosed.executeVoid(jsSocket);
  }

  /** The same for a peer that has broken the protocol: what is sent from now on goes nowhere. */
  public void peerFailed(Value jsSocket) {
    peerFailed.executeVoid(jsSocket);
  }

  private static @Nullable Body handle(Body body) {
    return body instanceof Body.None ? null : body;
  }
}
