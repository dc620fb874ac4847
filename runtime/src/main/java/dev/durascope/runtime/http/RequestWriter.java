package dev.durascope.runtime.http;

import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.ByteChannel;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes one request to the outside. Nothing is added to what user code gave but what HTTP asks
 * for: a Worker's request carries no {@code User-Agent} and no {@code Accept-Encoding} of its own.
 */
@SuppressWarnings("FutureReturnValueIgnored") // see package-info: writes
final class RequestWriter {
  /**
   * What the connection decides for itself, and who asked the Worker: now it is the Worker who
   * asks.
   */
  private static final Set<String> OF_THE_CONNECTION =
      Set.of(
          "cf-connecting-ip",
          "connection",
          "content-length",
          "expect",
          "host",
          "keep-alive",
          "proxy-connection",
          "sec-websocket-extensions",
          "sec-websocket-key",
          "sec-websocket-version",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  /** Methods of which a server expects to hear that there is no body. */
  private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private final ChannelHandlerContext context;
  private final OutboundExchange exchange;
  private @Nullable ByteChannel source;
  private boolean waitsForRoom;
  private boolean done;

  RequestWriter(ChannelHandlerContext context, OutboundExchange exchange) {
    this.context = context;
    this.exchange = exchange;
  }

  /** Whether all of the request has been written. */
  boolean isDone() {
    return done;
  }

  void begin() {
    var request = exchange.request();
    var method = HttpMethod.valueOf(request.method());
    var path = exchange.target().path();
    var headers = headers();
    switch (request.body()) {
      case Body.None _ -> {
        if (WITH_BODY.contains(request.method())) {
          headers.set(HttpHeaderNames.CONTENT_LENGTH, 0);
        }
        writeWhole(method, path, headers, new byte[0]);
      }
      case Body.Bytes(var bytes) -> {
        headers.set(HttpHeaderNames.CONTENT_LENGTH, bytes.length);
        writeWhole(method, path, headers, bytes);
      }
      case Body.Stream(var channel, var length) -> {
        if (length >= 0) {
          headers.set(HttpHeaderNames.CONTENT_LENGTH, length);
        } else {
          headers.set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
        }
        context.write(new DefaultHttpRequest(HttpVersion.HTTP_1_1, method, path, headers));
        source = channel;
        pump(channel);
      }
    }
  }

  private HttpHeaders headers() {
    var result = new DefaultHttpHeaders();
    result.set(HttpHeaderNames.HOST, exchange.target().authority());
    for (var header : exchange.request().headers()) {
      if (!OF_THE_CONNECTION.contains(header.name().toLowerCase(Locale.ROOT))) {
        result.add(header.name(), HeaderText.encoded(header.value()));
      }
    }
    if (exchange.wantsWebSocket()) {
      ClientWebSocket.ask(exchange.request(), result);
    }
    return result;
  }

  private void writeWhole(HttpMethod method, String path, HttpHeaders headers, byte[] bytes) {
    done = true;
    context.writeAndFlush(
        new DefaultFullHttpRequest(
            HttpVersion.HTTP_1_1,
            method,
            path,
            Unpooled.wrappedBuffer(bytes),
            headers,
            EmptyHttpHeaders.INSTANCE));
  }

  private void pump(ByteChannel stream) {
    while (source != null) {
      if (!context.channel().isWritable()) {
        waitsForRoom = true;
        context.flush();
        return;
      }
      var next = stream.read();
      if (!next.isDone()) {
        context.flush();
        next.whenComplete(
            (chunk, failure) ->
                context
                    .channel()
                    .eventLoop()
                    .execute(
                        () -> {
                          take(chunk, failure);
                          pump(stream);
                        }));
        return;
      }
      if (next.isCompletedExceptionally()) {
        take(null, next.exceptionNow());
      } else {
        take(next.resultNow(), null);
      }
    }
  }

  private void take(byte @Nullable [] chunk, @Nullable Throwable failure) {
    if (source == null) {
      return; // the connection has gone meanwhile
    }
    if (failure != null) {
      stop();
      context.close(); // the only way to tell the server that the body is not complete
    } else if (chunk == null) {
      source = null;
      done = true;
      context.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT);
    } else {
      context.write(new DefaultHttpContent(Unpooled.wrappedBuffer(chunk)));
    }
  }

  /** The socket has room again, or is full. */
  void writabilityChanged() {
    var stream = source;
    if (waitsForRoom && stream != null && context.channel().isWritable()) {
      waitsForRoom = false;
      pump(stream);
    }
  }

  /** Nobody takes the rest of the body. */
  void stop() {
    var stream = source;
    source = null;
    if (stream != null) {
      stream.cancel();
    }
  }
}
