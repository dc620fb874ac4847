package dev.durascope.runtime.http;

import dev.durascope.runtime.message.Network;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a server, with one exchange at a time. Request and answer flow independently of
 * each other, each no faster than its reader takes it. On the event loop only.
 */
@SuppressWarnings("FutureReturnValueIgnored") // see package-info: writes
final class OutboundConnection extends ChannelInboundHandlerAdapter {
  private static final Logger LOG = System.getLogger(OutboundConnection.class.getName());
  private static final int SWITCHING_PROTOCOLS = 101;

  private final BiConsumer<OutboundConnection, Origin> keep;
  private final Consumer<OutboundExchange> repeat;
  private @Nullable ChannelHandlerContext context;
  private @Nullable OutboundExchange exchange;
  private @Nullable RequestWriter writer;
  private @Nullable HttpResponse switching;
  private boolean used;
  private boolean answered;
  private boolean lastOfConnection;
  private boolean bodyIsFull;

  /**
   * @param keep takes the connection when an exchange is over
   * @param repeat sends an exchange over a new connection, as this one was gone already
   */
  OutboundConnection(
      BiConsumer<OutboundConnection, Origin> keep, Consumer<OutboundExchange> repeat) {
    this.keep = keep;
    this.repeat = repeat;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext added) {
    context = added;
  }

  Channel channel() {
    return context().channel();
  }

  private ChannelHandlerContext context() {
    if (context == null) {
      throw new IllegalStateException("The connection is not open");
    }
    return context;
  }

  /** Sends a request; false if the connection is gone. */
  boolean begin(OutboundExchange next) {
    if (!channel().isActive()) {
      return false;
    }
    exchange = next;
    answered = false;
    next.travelsOn(channel());
    var begun = new RequestWriter(context(), next);
    writer = begun;
    begun.begin();
    channel().read();
    return true;
  }

  @Override
  public void channelRead(ChannelHandlerContext reading, Object message) {
    var current = exchange;
    try {
      if (current == null) {
        reading.close(); // a server that speaks without being asked
        return;
      }
      if (message instanceof HttpResponse head) {
        begin(current, head);
      }
      if (message instanceof HttpContent content) {
        receive(current, content);
      }
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  private void begin(OutboundExchange current, HttpResponse head) {
    if (head.decoderResult().isFailure()) {
      breakOff(head.decoderResult().cause());
    } else if (head.status().code() == SWITCHING_PROTOCOLS && current.wantsWebSocket()) {
      switching = head;
    } else if (head.status().code() >= 200) {
      answered = true;
      lastOfConnection = !HttpUtil.isKeepAlive(head);
      current.begin(head);
    }
  }

  private void receive(OutboundExchange current, HttpContent content) {
    if (content.decoderResult().isFailure()) {
      breakOff(content.decoderResult().cause());
      return;
    }
    if (content instanceof LastHttpContent && switching != null) {
      exchange = null;
      ClientWebSocket.perform(context(), current, switching);
      return;
    }
    if (!answered) {
      return; // the end of an interim answer
    }
    var room = current.content(content.content());
    if (content instanceof LastHttpContent) {
      finish(current);
    } else if (!room.isDone()) {
      bodyIsFull = true;
      room.whenComplete(
          (nothing, cancelled) -> channel().eventLoop().execute(() -> hasRoom(cancelled)));
    } else if (room.isCompletedExceptionally()) {
      current.cancel();
    }
  }

  private void hasRoom(@Nullable Throwable cancelled) {
    bodyIsFull = false;
    if (cancelled == null) {
      channel().read();
    } else {
      channel().close();
    }
  }

  private void finish(OutboundExchange current) {
    exchange = null;
    current.end();
    var requestIsSent = writer != null && writer.isDone();
    writer = null;
    used = true;
    if (lastOfConnection || !requestIsSent) {
      channel().close();
    } else {
      keep.accept(this, current.target().origin());
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext reading) {
    if (!bodyIsFull && !reading.isRemoved()) {
      reading.read();
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext writing) {
    if (writer != null) {
      writer.writabilityChanged();
    }
  }

  private void breakOff(Throwable cause) {
    LOG.log(Level.DEBUG, "An answer cannot be read: {0}", cause.getMessage());
    lost();
    context().close();
  }

  private void lost() {
    var current = exchange;
    exchange = null;
    if (writer != null) {
      writer.stop();
    }
    if (current == null) {
      return;
    }
    if (used && !answered && current.isRepeatable()) {
      repeat.accept(current);
    } else {
      current.fail(Network.lost());
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext gone) {
    lost();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext failed, Throwable cause) {
    LOG.log(Level.DEBUG, "A connection to the outside broke", cause);
    lost();
    failed.close();
  }
}
