package dev.durascope.runtime.http;

import dev.durascope.runtime.message.Network;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.message.SocketEnd;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameEncoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketClientExtension;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketExtensionUtil;
import io.netty.handler.codec.http.websocketx.extensions.compression.PerMessageDeflateClientExtensionHandshaker;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/** The client's half of RFC 6455: asks for a WebSocket, and turns the connection into one. */
@SuppressWarnings("FutureReturnValueIgnored") // see package-info: writes
final class ClientWebSocket {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int KEY_BYTES = 16;
  private static final String DEFLATE = "permessage-deflate";
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

  private ClientWebSocket() {}

  /** Adds the headers of a handshake. */
  static void ask(RequestMessage request, HttpHeaders headers) {
    var key = new byte[KEY_BYTES];
    RANDOM.nextBytes(key);
    headers
        .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE)
        .set(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET)
        .set(HttpHeaderNames.SEC_WEBSOCKET_VERSION, "13")
        .set(HttpHeaderNames.SEC_WEBSOCKET_KEY, Base64.getEncoder().encodeToString(key));
    var wantsCompression =
        request.headers().stream()
            .anyMatch(
                header ->
                    header.name().equalsIgnoreCase("sec-websocket-extensions")
                        && header.value().contains(DEFLATE));
    if (wantsCompression) {
      headers.set(HttpHeaderNames.SEC_WEBSOCKET_EXTENSIONS, DEFLATE);
    }
  }

  /** Lets frames flow from now on; the server's answer has been read to its end. */
  static void perform(
      ChannelHandlerContext context, OutboundExchange exchange, HttpResponse answer) {
    var pair = SocketEnd.pair();
    var compression = compression(answer);
    var channel = context.channel();
    var pipeline = channel.pipeline();
    var sender = new SocketSender(channel, pair.first(), CLOSE_TIMEOUT);
    pipeline
        .addLast(new FrameRules(compression.isPresent()))
        .addLast(
            new WebSocket13FrameDecoder(
                WebSocketDecoderConfig.newBuilder()
                    .expectMaskedFrames(false)
                    .maxFramePayloadLength(WebSocketUpgrade.MAX_MESSAGE_BYTES)
                    .allowExtensions(compression.isPresent())
                    .closeOnProtocolViolation(false)
                    .withUTF8Validator(false)
                    .build()))
        .addLast(new WebSocket13FrameEncoder(true));
    compression.ifPresent(
        accepted ->
            pipeline
                .addLast(accepted.newExtensionDecoder())
                .addLast(accepted.newExtensionEncoder()));
    pipeline
        .addLast(new WebSocketFrameAggregator(WebSocketUpgrade.MAX_MESSAGE_BYTES))
        .addLast(new SocketReceiver(pair.first(), sender));
    var codec = pipeline.get(HttpClientCodec.class);
    codec.removeOutboundHandler();
    channel
        .eventLoop()
        .execute(
            () -> {
              pipeline.remove(OutboundConnection.class);
              pipeline.remove(codec); // passes on what it has read ahead
              channel.config().setAutoRead(true);
              pair.first().accept(sender);
            });
    exchange.request().cancellation().onCancel(() -> pair.first().close(1006, "", false));
    exchange.switched(answer, pair.second());
    if (!channel.isActive()) {
      exchange.fail(Network.lost());
    }
  }

  private static Optional<WebSocketClientExtension> compression(HttpResponse answer) {
    var handshaker =
        new PerMessageDeflateClientExtensionHandshaker(WebSocketUpgrade.MAX_MESSAGE_BYTES);
    return answer.headers().getAll(HttpHeaderNames.SEC_WEBSOCKET_EXTENSIONS).stream()
        .flatMap(header -> WebSocketExtensionUtil.extractExtensions(header).stream())
        .flatMap(agreed -> Optional.ofNullable(handshaker.handshakeExtension(agreed)).stream())
        .findFirst();
  }
}
