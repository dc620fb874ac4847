package dev.durascope.runtime.http;

import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.ByteChannel;
import dev.durascope.runtime.message.ResponseMessage;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes one response. How its body is framed follows from the request and the body alone; headers
 * of the response that speak of framing or of the connection are the server's business and left
 * out:
 *
 * <ul>
 *   <li>204 and 304 have no body, and say nothing of its length;
 *   <li>the answer to HEAD has none either, and gives the length that GET would get, if known;
 *   <li>a known length is declared, an unknown one sent in chunks, or, to a client of HTTP/1.0,
 *       ended by closing the connection.
 * </ul>
 *
 * <p>A stream is read as fast as the socket takes it: while the socket is full, nothing is asked of
 * the stream.
 */
@SuppressWarnings("FutureReturnValueIgnored") // see package-info: writes
final class ResponseWriter {
  private static final Logger LOG = System.getLogger(ResponseWriter.class.getName());

  /** Headers that describe one connection, not the response (RFC 9110, 7.6.1). */
  private static final Set<String> OF_THE_CONNECTION =
      Set.of("connection", "keep-alive", "proxy-connection", "transfer-encoding", "upgrade", "te");

  private final ChannelHandlerContext context;
  private final HttpRequest request;
  private final ResponseMessage response;
  private final Consumer<Boolean> whenWritten;
  private final @Nullable ContentCoding coding;
  private final HttpResponseStatus status;
  private final HttpHeaders headers;
  private boolean reusable;
  private @Nullable ByteChannel source;
  private long missing;
  private boolean waitsForRoom;

  /**
   * Prepares to write.
   *
   * @param keepAlive whether the client wants the connection to stay
   * @param whenWritten told at the end whether the connection can be used again
   * @throws IllegalArgumentException for a header that HTTP cannot carry
   */
  ResponseWriter(
      ChannelHandlerContext context,
      HttpRequest request,
      ResponseMessage plain,
      boolean keepAlive,
      Consumer<Boolean> whenWritten) {
    this.context = context;
    this.request = request;
    this.response = ContentCoding.prepared(plain);
    this.coding = ContentCoding.ofStream(plain);
    this.whenWritten = whenWritten;
    status =
        response.statusText().isEmpty()
            ? HttpResponseStatus.valueOf(response.status())
            : new HttpResponseStatus(response.status(), response.statusText());
    headers = headers(response);
    reusable = keepAlive;
    frame();
  }

  /** A response's headers without those of the connection and the body's length. */
  static HttpHeaders headers(ResponseMessage response) {
    var result = new DefaultHttpHeaders();
    for (var header : response.headers()) {
      var name = header.name().toLowerCase(Locale.ROOT);
      if (!OF_THE_CONNECTION.contains(name) && !name.equals("content-length")) {
        result.add(header.name(), HeaderText.encoded(header.value()));
      }
    }
    return result;
  }

  private boolean answersHead() {
    return request.method().equals(HttpMethod.HEAD);
  }

  private boolean hasNoBodyByStatus() {
    return status.code() == 204 || status.code() == 304;
  }

  private void frame() {
    if (!hasNoBodyByStatus()) {
      switch (response.body()) {
        case Body.None none -> declareNone();
        case Body.Bytes whole -> declare(whole.bytes().length);
        case Body.Stream stream when stream.length() >= 0 -> declare(stream.length());
        case Body.Stream stream -> declareUnknown();
      }
    }
    if (!reusable) {
      headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    } else if (!request.protocolVersion().isKeepAliveDefault()) {
      headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.KEEP_ALIVE);
    }
  }

  private void declareNone() {
    if (!answersHead()) {
      declare(0);
      return;
    }
    response.headers().stream()
        .filter(header -> header.name().equalsIgnoreCase("content-length"))
        .findFirst()
        .ifPresent(header -> headers.set(HttpHeaderNames.CONTENT_LENGTH, header.value()));
  }

  private void declare(long length) {
    headers.set(HttpHeaderNames.CONTENT_LENGTH, length);
  }

  private void declareUnknown() {
    if (request.protocolVersion().compareTo(HttpVersion.HTTP_1_1) >= 0) {
      headers.set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
    } else if (!answersHead()) {
      reusable = false;
    }
  }

  /** Writes what is there, and the rest as it comes. */
  void begin() {
    var sendsBody = !answersHead() && !hasNoBodyByStatus();
    switch (response.body()) {
      case Body.None none -> writeWhole(new byte[0]);
      case Body.Bytes whole -> writeWhole(sendsBody ? whole.bytes() : new byte[0]);
      case Body.Stream stream -> {
        if (sendsBody) {
          source = stream.channel();
          missing = stream.length();
          context.write(new DefaultHttpResponse(HttpVersion.HTTP_1_1, status, headers));
          pump(stream.channel());
        } else {
          stream.channel().cancel();
          writeWhole(new byte[0]);
        }
      }
    }
  }

  private void writeWhole(byte[] bytes) {
    var written =
        context.writeAndFlush(
            new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                status,
                Unpooled.wrappedBuffer(bytes),
                headers,
                EmptyHttpHeaders.INSTANCE));
    if (context.channel().isWritable()) {
      finish();
    } else {
      written.addListener(future -> finish());
    }
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
      return; // the client has gone meanwhile
    }
    if (failure != null) {
      breakOff("its stream failed: " + failure.getMessage());
    } else if (chunk == null) {
      if (missing > 0) {
        breakOff("its stream ended " + missing + " bytes before its declared length");
      } else {
        source = null;
        if (coding != null) {
          context.write(new DefaultHttpContent(Unpooled.wrappedBuffer(coding.end())));
        }
        context.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT);
        finish();
      }
    } else if (missing >= 0 && chunk.length > missing) {
      breakOff("its stream is longer than its declared length");
    } else {
      missing -= missing < 0 ? 0 : chunk.length;
      var bytes = coding == null ? chunk : coding.chunk(chunk);
      context.write(new DefaultHttpContent(Unpooled.wrappedBuffer(bytes)));
    }
  }

  /** Closes the connection in the middle: the only way to tell the client that it went wrong. */
  private void breakOff(String reason) {
    LOG.log(Level.DEBUG, "A response to {0} broke off: {1}", request.uri(), reason);
    connectionLost();
    context.flush();
    context.close();
  }

  /** The socket has room again, or is full. */
  void writabilityChanged() {
    var stream = source;
    if (waitsForRoom && stream != null && context.channel().isWritable()) {
      waitsForRoom = false;
      pump(stream);
    }
  }

  /** The client has gone: nobody reads the stream on. */
  void connectionLost() {
    var stream = source;
    source = null;
    if (stream != null) {
      stream.cancel();
    }
  }

  private void finish() {
    whenWritten.accept(reusable);
  }
}
