package dev.durascope.runtime.http;

import dev.durascope.runtime.message.ResponseMessage;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketFrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker13;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketExtensionUtil;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketServerExtension;
import io.netty.handler.codec.http.websocketx.extensions.compression.PerMessageDeflateServerExtensionHandshaker;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Turns an HTTP connection into a WebSocket (RFC 6455), when the answer says so: the handler
 * decides, so the handshake waits for it.
 */
@SuppressWarnings("FutureReturnValueIgnored") // see package-info: writes
final class WebSocketUpgrade {
  /** The largest message, fragments joined and decompressed; workerd's limit. */
  static final int MAX_MESSAGE_BYTES = 32 << 20;

  private static final int DEFLATE_LEVEL = 6;
  private static final int DEFLATE_WINDOW_BITS = 15;

  private WebSocketUpgrade() {}

  /** Whether a request may be answered with a WebSocket. */
  static boolean isAskedFor(HttpRequest head) {
    return head.headers().containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true);
  }

  /** What keeps a request from being one that {@link #perform} can answer. */
  static Optional<String> problem(HttpRequest head) {
    var headers = head.headers();
    if (!head.method().equals(HttpMethod.GET)) {
      return Optional.of("A WebSocket is opened with GET, not with " + head.method());
    }
    if (!headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, true)) {
      return Optional.of("A WebSocket request needs the header \"Connection: Upgrade\"");
    }
    if (!"13".equals(headers.get(HttpHeaderNames.SEC_WEBSOCKET_VERSION))) {
      return Optional.of("A WebSocket request needs the header \"Sec-WebSocket-Version: 13\"");
    }
    if (!headers.contains(HttpHeaderNames.SEC_WEBSOCKET_KEY)) {
      return Optional.of("A WebSocket request needs the header Sec-WebSocket-Key");
    }
    return Optional.empty();
  }

  /** Answers the request with the handshake, and lets frames flow from then on. */
  static void perform(
      ChannelHandlerContext context,
      HttpRequest head,
      ResponseMessage response,
      FrontDoorOptions options) {
    var end = response.webSocket().orElseThrow();
    var channel = context.channel();
    var answer = new DefaultHttpHeaders().set(ResponseWriter.headers(response));
    answer.remove(HttpHeaderNames.SEC_WEBSOCKET_EXTENSIONS);
    var compression =
        options.webSocketCompression()
            ? compression(head)
            : Optional.<WebSocketServerExtension>empty();
    compression.ifPresent(
        accepted -> answer.set(HttpHeaderNames.SEC_WEBSOCKET_EXTENSIONS, headerOf(accepted)));

    var handshaker =
        new WebSocketServerHandshaker13(
            RequestHead.url(head, (java.net.InetSocketAddress) channel.localAddress()),
            null,
            WebSocketDecoderConfig.newBuilder()
                .maxFramePayloadLength(MAX_MESSAGE_BYTES)
                .allowExtensions(compression.isPresent())
                .closeOnProtocolViolation(false)
                .withUTF8Validator(false)
                .build());
    handshaker.handshake(channel, whole(head), answer, channel.newPromise());

    var pipeline = channel.pipeline();
    pipeline.addBefore(
        pipeline.context(WebSocketFrameDecoder.class).name(),
        null,
        new FrameRules(compression.isPresent()));
    compression.ifPresent(
        accepted ->
            pipeline
                .addLast(accepted.newExtensionDecoder())
                .addLast(accepted.newExtensionEncoder()));
    var sender = new SocketSender(channel, end, options.socketCloseTimeout());
    pipeline
        .addLast(new WebSocketFrameAggregator(MAX_MESSAGE_BYTES))
        .addLast(new SocketReceiver(end, sender));
    pipeline.remove(HttpConnection.class);
    channel.config().setAutoRead(true);
    end.accept(sender);
  }

  private static DefaultFullHttpRequest whole(HttpRequest head) {
    return new DefaultFullHttpRequest(
        head.protocolVersion(),
        head.method(),
        head.uri(),
        Unpooled.EMPTY_BUFFER,
        head.headers(),
        EmptyHttpHeaders.INSTANCE);
  }

  private static Optional<WebSocketServerExtension> compression(HttpRequest head) {
    var handshaker =
        new PerMessageDeflateServerExtensionHandshaker(
            DEFLATE_LEVEL, false, DEFLATE_WINDOW_BITS, false, false, MAX_MESSAGE_BYTES);
    return head.headers().getAll(HttpHeaderNames.SEC_WEBSOCKET_EXTENSIONS).stream()
        .flatMap(header -> WebSocketExtensionUtil.extractExtensions(header).stream())
        .flatMap(offer -> Optional.ofNullable(handshaker.handshakeExtension(offer)).stream())
        .findFirst();
  }

  private static String headerOf(WebSocketServerExtension extension) {
    var data = extension.newReponseData();
    return data.parameters().entrySet().stream()
        .map(
            parameter ->
                parameter.getValue() == null
                    ? parameter.getKey()
                    : parameter.getKey() + "=" + parameter.getValue())
        .map(parameter -> "; " + parameter)
        .collect(Collectors.joining("", data.name(), ""));
  }
}
