package dev.durascope.runtime.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * One connection: the requests that come over it, answered one after the other.
 *
 * <p>A client may send its next requests before it has the answer to the first (pipelining); what
 * one read from the socket has brought of them waits in {@code ahead}, and nothing more is read
 * until that is used up. While nothing waits, one read is always under way, also during the
 * handling of a request: that is how the connection learns that the client has gone.
 *
 * <p>A client that ends its side only (half-closes) still gets its answer. It looks the same as one
 * that is gone until something is written to it.
 */
@SuppressWarnings("FutureReturnValueIgnored") // see package-info: writes
final class HttpConnection extends ChannelInboundHandlerAdapter {
  private static final Logger LOG = System.getLogger(HttpConnection.class.getName());

  private final FrontDoorOptions options;
  private final RequestHandler handler;
  private final Queue<HttpObject> ahead = new ArrayDeque<>();
  private @Nullable Exchange exchange;
  private boolean inputEnded;
  private boolean advancing;

  HttpConnection(FrontDoorOptions options, RequestHandler handler) {
    this.options = options;
    this.handler = handler;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    context.read();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ahead.add((HttpObject) message);
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    advance(context);
  }

  /** Does all that can be done now; called again after everything that changes what that is. */
  private void advance(ChannelHandlerContext context) {
    if (advancing) {
      return; // the loop below is on the stack and sees the change
    }
    advancing = true;
    try {
      while (step(context)) {}
    } finally {
      advancing = false;
    }
    if (!ahead.isEmpty() || !context.channel().isActive() || context.isRemoved()) {
      return;
    }
    if (inputEnded) {
      endInput(context);
    } else if (exchange == null || exchange.takesContent() || exchange.hasWholeRequest()) {
      context.read();
    }
  }

  private boolean step(ChannelHandlerContext context) {
    var current = exchange;
    if (current != null && current.isOver()) {
      exchange = null;
      if (!current.keepsConnection()) {
        close(context);
        return false;
      }
      return true;
    }
    if (ahead.isEmpty() || (current != null && !current.takesContent())) {
      return false;
    }
    var next = ahead.remove();
    switch (next) {
      case HttpRequest head -> begin(context, head);
      case HttpContent content -> {
        if (current == null) {
          content.release(); // what follows a request that could not be read
        } else {
          current.accept(content);
        }
      }
      default -> throw new IllegalStateException("Not a part of a request: " + next.getClass());
    }
    return true;
  }

  private void begin(ChannelHandlerContext context, HttpRequest head) {
    var begun = new Exchange(context, head, options, handler, () -> advance(context));
    exchange = begun;
    begun.begin();
  }

  private void endInput(ChannelHandlerContext context) {
    if (exchange == null) {
      close(context);
    } else {
      exchange.inputEnded();
    }
  }

  private static void close(ChannelHandlerContext context) {
    context.flush();
    context.close();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof ChannelInputShutdownEvent) {
      inputEnded = true;
      advance(context);
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    if (exchange != null) {
      exchange.writabilityChanged();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    if (exchange != null) {
      exchange.connectionLost();
    }
    handlerRemoved(context);
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    ahead.forEach(ReferenceCountUtil::release);
    ahead.clear();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (cause instanceof IOException) {
      LOG.log(Level.DEBUG, "A connection broke: {0}", cause.getMessage());
    } else {
      LOG.log(Level.ERROR, "A connection failed", cause);
    }
    context.close();
  }
}
