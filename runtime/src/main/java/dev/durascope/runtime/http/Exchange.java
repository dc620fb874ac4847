package dev.durascope.runtime.http;

import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.Cancellation;
import dev.durascope.runtime.message.Handover;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.message.ResponseMessage;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer. It is over when the answer is written and the request read to its
 * end; which of the two happens first is up to the handler.
 */
@SuppressWarnings("FutureReturnValueIgnored") // see package-info: writes
final class Exchange {
  private static final Logger LOG = System.getLogger(Exchange.class.getName());

  /** workerd's words. */
  private static final String NO_UPGRADE =
      "Worker tried to return a WebSocket in a response to a request which did not contain the"
          + " header \"Upgrade: websocket\".";

  private final ChannelHandlerContext context;
  private final HttpRequest head;
  private final FrontDoorOptions options;
  private final RequestHandler handler;
  private final Runnable progress;
  private final Cancellation cancellation = new Cancellation();
  private RequestBody body;
  private @Nullable ResponseWriter writer;
  private boolean bodyIsFull;
  private boolean requestRead;
  private boolean responseWritten;
  private boolean keepsConnection;

  Exchange(
      ChannelHandlerContext context,
      HttpRequest head,
      FrontDoorOptions options,
      RequestHandler handler,
      Runnable progress) {
    this.context = context;
    this.head = head;
    this.options = options;
    this.handler = handler;
    this.progress = progress;
    body = RequestBody.of(head, options.maxWholeBodyBytes());
    keepsConnection = HttpUtil.isKeepAlive(head);
  }

  /** Whether the next part of the request may be handed to {@link #accept}. */
  boolean takesContent() {
    return !requestRead && !bodyIsFull;
  }

  boolean hasWholeRequest() {
    return requestRead;
  }

  boolean isOver() {
    return requestRead && responseWritten;
  }

  /** Whether another request may follow on the connection. */
  boolean keepsConnection() {
    return keepsConnection;
  }

  void begin() {
    if (head.decoderResult().isFailure()) {
      refuse(unreadable(head.decoderResult().cause()));
      return;
    }
    if (HttpUtil.is100ContinueExpected(head)) {
      context.writeAndFlush(
          new DefaultFullHttpResponse(
              HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE, Unpooled.EMPTY_BUFFER));
    }
    if (body instanceof RequestBody.Streamed) {
      dispatch();
    }
  }

  private static ResponseMessage unreadable(Throwable cause) {
    return switch (cause) {
      case TooLongHttpLineException e ->
          ErrorAnswer.of(414, "The request line is too long: " + e.getMessage());
      case TooLongHttpHeaderException e ->
          ErrorAnswer.of(431, "The request's headers are too long: " + e.getMessage());
      default -> ErrorAnswer.of(400, "The request cannot be read: " + cause.getMessage());
    };
  }

  /** Answers without a handler and gives the rest of the connection up. */
  private void refuse(ResponseMessage answer) {
    requestRead = true;
    keepsConnection = false;
    write(answer);
  }

  /** Takes the next part of the body over. */
  void accept(HttpContent content) {
    try {
      if (content.decoderResult().isFailure()) {
        throw new IOException(content.decoderResult().cause());
      }
      var room = body.write(content.content()).toCompletableFuture();
      if (content instanceof LastHttpContent) {
        requestRead = true;
        body.end();
        if (body instanceof RequestBody.Absent || body instanceof RequestBody.Whole) {
          dispatch();
        }
      } else if (!room.isDone()) {
        bodyIsFull = true;
        room.whenComplete((nothing, cancelled) -> onLoop(() -> bodyHasRoom(cancelled)));
      } else if (room.isCompletedExceptionally()) {
        body = new RequestBody.Discarded();
      }
    } catch (IOException e) {
      breakOff(e);
    } finally {
      content.release();
    }
  }

  private void bodyHasRoom(@Nullable Throwable cancelled) {
    bodyIsFull = false;
    if (cancelled != null && !requestRead) {
      body = new RequestBody.Discarded();
    }
    progress.run();
  }

  /** The client will send nothing more. */
  void inputEnded() {
    keepsConnection = false;
    if (!requestRead) {
      breakOff(new IOException("The client ended the request before the end of its body"));
    }
  }

  private void breakOff(IOException reason) {
    LOG.log(Level.DEBUG, "A request broke off: {0}", reason.getMessage());
    body.fail(reason);
    context.close();
  }

  private void dispatch() {
    var local = (InetSocketAddress) context.channel().localAddress();
    var peer = (InetSocketAddress) context.channel().remoteAddress();
    CompletableFuture<ResponseMessage> answer;
    try {
      answer =
          handler.handle(
              new RequestMessage(
                  head.method().name(),
                  RequestHead.url(head, local),
                  RequestHead.headers(head, peer),
                  body.message(),
                  "manual",
                  Optional.empty(),
                  cancellation));
    } catch (RuntimeException e) {
      answer = CompletableFuture.failedFuture(e);
    }
    answer.whenComplete(
        (response, failure) ->
            onLoop(() -> answer(failure == null ? response : ErrorAnswer.of(failure))));
  }

  private void onLoop(Runnable task) {
    var loop = context.channel().eventLoop();
    if (loop.inEventLoop()) {
      task.run();
    } else {
      Handover.tell(() -> execute(loop, task));
    }
  }

  /** The door's loop ends with all its connections; then there is nobody left to answer. */
  private static void execute(EventLoop loop, Runnable task) {
    try {
      loop.execute(task);
    } catch (RejectedExecutionException e) {
      LOG.log(Level.DEBUG, "An answer came after the end: {0}", e.getMessage());
    }
  }

  private void answer(ResponseMessage response) {
    if (!context.channel().isActive()) {
      abandon(response);
    } else if (response.webSocket().isPresent()) {
      acceptWebSocket(response);
    } else if (response.status() < 200) {
      abandon(response);
      write(ErrorAnswer.of(500, "A response of status 101 needs a WebSocket"));
    } else {
      write(response);
    }
  }

  private void acceptWebSocket(ResponseMessage response) {
    if (!WebSocketUpgrade.isAskedFor(head)) {
      abandon(response);
      write(ErrorAnswer.of(500, NO_UPGRADE));
      return;
    }
    var problem = WebSocketUpgrade.problem(head);
    if (problem.isPresent()) {
      abandon(response);
      write(ErrorAnswer.of(400, problem.get()));
      return;
    }
    WebSocketUpgrade.perform(context, head, response, options);
  }

  /** Tells who made a response that nobody gets it. */
  private static void abandon(ResponseMessage response) {
    if (response.body() instanceof Body.Stream stream) {
      stream.channel().cancel();
    }
    response.webSocket().ifPresent(end -> end.close(1006, "", false));
  }

  private void write(ResponseMessage response) {
    ResponseWriter begun;
    try {
      begun = new ResponseWriter(context, head, response, keepsConnection, this::written);
    } catch (IllegalArgumentException e) { // a header or status text that HTTP cannot carry
      abandon(response);
      begun =
          new ResponseWriter(
              context,
              head,
              ErrorAnswer.of(500, "The response cannot be sent: " + e.getMessage()),
              keepsConnection,
              this::written);
    }
    writer = begun;
    begun.begin();
  }

  private void written(boolean reusable) {
    responseWritten = true;
    keepsConnection &= reusable;
    if (!requestRead) {
      body.fail(new IOException("Can't read from request stream after response has been sent."));
      body = new RequestBody.Discarded();
      bodyIsFull = false;
    }
    progress.run();
  }

  void writabilityChanged() {
    if (writer != null) {
      writer.writabilityChanged();
    }
  }

  void connectionLost() {
    cancellation.cancel();
    if (!requestRead) {
      body.fail(new IOException("The client has gone away"));
    }
    if (writer != null) {
      writer.connectionLost();
    }
  }
}
