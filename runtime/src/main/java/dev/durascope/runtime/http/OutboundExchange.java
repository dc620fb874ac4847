package dev.durascope.runtime.http;

import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.BodyEncoding;
import dev.durascope.runtime.message.ByteChannel;
import dev.durascope.runtime.message.Header;
import dev.durascope.runtime.message.Network;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.message.ResponseMessage;
import dev.durascope.runtime.message.ScriptFailure;
import dev.durascope.runtime.message.SocketEnd;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One request to the outside and its answer, as far as it has come. Usable on any thread. */
@SuppressWarnings("FutureReturnValueIgnored") // see package-info: writes
final class OutboundExchange {
  private static final Set<Integer> WITHOUT_BODY = Set.of(101, 204, 205, 304);

  private final RequestMessage request;
  private final Origin.Target target;
  private final CompletableFuture<ResponseMessage> answer = new CompletableFuture<>();
  private final ByteChannel body = new ByteChannel();
  private volatile boolean over;
  private volatile @Nullable Channel channel;

  OutboundExchange(RequestMessage request, Origin.Target target) {
    this.request = request;
    this.target = target;
  }

  RequestMessage request() {
    return request;
  }

  Origin.Target target() {
    return target;
  }

  CompletableFuture<ResponseMessage> answer() {
    return answer;
  }

  /** Whether nobody waits for more of it. */
  boolean isOver() {
    return over;
  }

  /** Whether it can be sent once more as if nothing had been. */
  boolean isRepeatable() {
    return !answer.isDone() && !over && !(request.body() instanceof Body.Stream);
  }

  boolean wantsWebSocket() {
    return request.headers().stream()
        .anyMatch(
            header ->
                header.name().equalsIgnoreCase("upgrade")
                    && header.value().equalsIgnoreCase("websocket"));
  }

  void travelsOn(Channel connection) {
    channel = connection;
    if (over) {
      connection.close();
    }
  }

  /** The head of the answer has come. */
  void begin(HttpResponse head) {
    var status = head.status().code();
    var hasBody = !request.method().equals("HEAD") && !WITHOUT_BODY.contains(status);
    if (hasBody) {
      body.onCancel(this::cancel);
    }
    answer.complete(
        message(
            head,
            hasBody ? new Body.Stream(body, HttpUtil.getContentLength(head, -1L)) : Body.NONE,
            Optional.empty()));
  }

  /** The server has agreed to speak WebSocket from now on. */
  void switched(HttpResponse head, SocketEnd socket) {
    answer.complete(message(head, Body.NONE, Optional.of(socket)));
  }

  private ResponseMessage message(HttpResponse head, Body content, Optional<SocketEnd> socket) {
    var text = head.status().reasonPhrase();
    return new ResponseMessage(
        head.status().code(),
        text,
        headers(head),
        content,
        url(),
        socket,
        head.headers().contains(HttpHeaderNames.CONTENT_ENCODING)
            ? BodyEncoding.MANUAL
            : BodyEncoding.AUTOMATIC);
  }

  private String url() {
    var fragment = request.url().indexOf('#');
    return fragment < 0 ? request.url() : request.url().substring(0, fragment);
  }

  private static List<Header> headers(HttpResponse head) {
    var headers = new ArrayList<Header>();
    for (var entry : head.headers()) {
      headers.add(new Header(entry.getKey(), HeaderText.decoded(entry.getValue())));
    }
    return headers;
  }

  /** Hands more of the body over; completes when there is room again, fails if nobody reads on. */
  CompletableFuture<Void> content(ByteBuf bytes) {
    return bytes.isReadable()
        ? body.write(ByteBufUtil.getBytes(bytes))
        : CompletableFuture.completedFuture(null);
  }

  void end() {
    over = true;
    body.end();
  }

  void fail(ScriptFailure reason) {
    if (!over) {
      over = true;
      answer.completeExceptionally(reason);
      body.fail(reason);
      if (request.body() instanceof Body.Stream stream) {
        stream.channel().cancel();
      }
    }
  }

  /** Breaks off what nobody waits for any more. */
  void cancel() {
    var connection = channel;
    fail(Network.lost());
    if (connection != null) {
      connection.close();
    }
  }
}
