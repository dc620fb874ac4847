package dev.durascope.runtime.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.durascope.runtime.message.Handover;
import dev.durascope.runtime.message.SocketEnd;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends a WebSocket client what its end of the pair receives. {@link #message} and {@link #closed}
 * come on any thread and only queue; the event loop empties the queue and flushes once.
 *
 * <p>JavaScript's {@code send} never waits, so a client that reads too slowly must be cut off at
 * some point: when {@value #MAX_UNSENT_BYTES} bytes wait for it.
 *
 * <p>The connection ends when both sides have sent their close frame, in whichever order. The
 * server does not answer a client's close by itself: that is the object's part.
 */
@SuppressWarnings("FutureReturnValueIgnored") // see package-info: writes
final class SocketSender implements SocketEnd.Receiver {
  private static final Logger LOG = System.getLogger(SocketSender.class.getName());

  /** Bytes of messages that may wait for a slow client. */
  static final long MAX_UNSENT_BYTES = 64L << 20;

  /** The most that a close frame holds besides its code. */
  private static final int MAX_REASON_BYTES = 123;

  private sealed interface Outgoing {
    record Send(SocketEnd.Message message, long bytes) implements Outgoing {}

    record Close(int code, String reason) implements Outgoing {}
  }

  private final Channel channel;
  private final SocketEnd end;
  private final Duration closeTimeout;
  private final Queue<Outgoing> queue = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean drainIsDue = new AtomicBoolean();
  private final AtomicLong unsentBytes = new AtomicLong();
  private final AtomicBoolean cutOff = new AtomicBoolean();
  private boolean closeSent;
  private boolean closeReceived;

  SocketSender(Channel channel, SocketEnd end, Duration closeTimeout) {
    this.channel = channel;
    this.end = end;
    this.closeTimeout = closeTimeout;
  }

  @Override
  public void message(SocketEnd.Message message) {
    var bytes = sizeOf(message);
    if (cutOff.get()) {
      return;
    }
    if (unsentBytes.addAndGet(bytes) > MAX_UNSENT_BYTES) {
      if (cutOff.compareAndSet(false, true)) {
        queue.clear();
        onEventLoop(this::cutOff);
      }
      return;
    }
    queue.add(new Outgoing.Send(message, bytes));
    scheduleDrain();
  }

  @Override
  public void closed(int code, String reason, boolean wasClean) {
    queue.add(new Outgoing.Close(code, reason));
    scheduleDrain();
  }

  private static long sizeOf(SocketEnd.Message message) {
    return switch (message) {
      case SocketEnd.Message.Text text -> text.text().length();
      case SocketEnd.Message.Binary binary -> binary.bytes().length;
    };
  }

  private void scheduleDrain() {
    if (drainIsDue.compareAndSet(false, true)) {
      Handover.tell(() -> onEventLoop(this::drain));
    }
  }

  /** The door's loop ends with all its connections; then there is no client left to send to. */
  private void onEventLoop(Runnable task) {
    try {
      channel.eventLoop().execute(task);
    } catch (RejectedExecutionException e) {
      queue.clear();
    }
  }

  private void drain() {
    drainIsDue.set(false);
    for (var next = queue.poll(); next != null; next = queue.poll()) {
      switch (next) {
        case Outgoing.Send send -> write(send);
        case Outgoing.Close close -> sendClose(close.code(), close.reason());
      }
    }
    channel.flush();
  }

  private void write(Outgoing.Send send) {
    if (closeSent || !channel.isActive()) {
      return;
    }
    channel
        .write(frame(send.message()))
        .addListener(written -> unsentBytes.addAndGet(-send.bytes()));
  }

  private static WebSocketFrame frame(SocketEnd.Message message) {
    return switch (message) {
      case SocketEnd.Message.Text text -> new TextWebSocketFrame(text.text());
      case SocketEnd.Message.Binary binary ->
          new BinaryWebSocketFrame(Unpooled.wrappedBuffer(binary.bytes()));
    };
  }

  private void sendClose(int code, String reason) {
    if (closeSent || !channel.isActive()) {
      return;
    }
    closeSent = true;
    if (code == WebSocketCloseStatus.ABNORMAL_CLOSURE.code()) {
      channel.close(); // the code means that no close frame came, so none is sent
      return;
    }
    channel.writeAndFlush(closeFrame(code, reason));
    if (closeReceived) {
      closeAfterFlush();
    } else {
      var timeout =
          channel
              .eventLoop()
              .schedule(
                  () -> {
                    LOG.log(Level.DEBUG, "A WebSocket client did not answer the close");
                    channel.close();
                  },
                  closeTimeout.toMillis(),
                  TimeUnit.MILLISECONDS);
      channel.closeFuture().addListener(closed -> timeout.cancel(false));
    }
  }

  private static CloseWebSocketFrame closeFrame(int code, String reason) {
    return code == WebSocketCloseStatus.EMPTY.code()
        ? new CloseWebSocketFrame()
        : new CloseWebSocketFrame(new WebSocketCloseStatus(code, shortened(reason), false));
  }

  private static String shortened(String reason) {
    var shorter = reason;
    while (shorter.getBytes(UTF_8).length > MAX_REASON_BYTES) {
      shorter = shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1));
    }
    return shorter;
  }

  /** The client's close frame has come. On the event loop. */
  void clientHasClosed() {
    closeReceived = true;
    if (closeSent) {
      closeAfterFlush();
    }
  }

  /** Ends the connection with a close frame of our own. On the event loop. */
  void breakOff(WebSocketCloseStatus status, String reason) {
    queue.clear();
    if (!closeSent && channel.isActive()) {
      closeSent = true;
      channel.write(closeFrame(status.code(), reason));
    }
    closeAfterFlush();
  }

  private void cutOff() {
    var reason = "The client reads too slowly: more than %d bytes wait".formatted(MAX_UNSENT_BYTES);
    LOG.log(Level.WARNING, "A WebSocket was cut off. {0}", reason);
    end.close(WebSocketCloseStatus.ABNORMAL_CLOSURE.code(), reason, false);
    // The close frame waits behind what the client does not read, so it may never see it.
    breakOff(WebSocketCloseStatus.TRY_AGAIN_LATER, reason);
    channel
        .eventLoop()
        .schedule(() -> channel.close(), closeTimeout.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void closeAfterFlush() {
    channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
  }
}
