package dev.durascope.runtime.http;

import dev.durascope.runtime.message.Connection;
import dev.durascope.runtime.message.Endpoint;
import dev.durascope.runtime.message.Network;
import dev.durascope.runtime.message.ScriptFailure;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * A bare connection. It reads from the wire only when somebody waits for bytes, so that the other
 * side is slowed down by its reader, and so that a handshake finds all that belongs to it.
 *
 * <p>Fields belong to the event loop; the methods of {@link Connection} hop onto it.
 */
@SuppressWarnings("FutureReturnValueIgnored") // see package-info: writes
final class TcpConnection extends ChannelInboundHandlerAdapter implements Connection {
  private static final Logger LOG = System.getLogger(TcpConnection.class.getName());

  private final Endpoint endpoint;
  private final TcpDialer.Tls tls;
  private final CompletableFuture<@Nullable Void> closed = new CompletableFuture<>();
  // TLS may give several pieces where one was asked for.
  private final Queue<byte[]> arrived = new ArrayDeque<>();
  private @Nullable ChannelHandlerContext context;
  private @Nullable CompletableFuture<byte @Nullable []> reader;
  private @Nullable SslHandler secure;
  private boolean inputEnded;
  private boolean outputEnded;
  private boolean broken;

  TcpConnection(Endpoint endpoint, TcpDialer.Tls tls) {
    this.endpoint = endpoint;
    this.tls = tls;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext added) {
    context = added;
  }

  private ChannelHandlerContext context() {
    if (context == null) {
      throw new IllegalStateException("The connection is not open");
    }
    return context;
  }

  private void onLoop(Runnable action) {
    var loop = context().channel().eventLoop();
    if (loop.inEventLoop()) {
      action.run();
    } else if (loop.isShuttingDown()) {
      closed.complete(null);
    } else {
      loop.execute(action);
    }
  }

  @Override
  public CompletableFuture<byte @Nullable []> read() {
    var result = new CompletableFuture<byte @Nullable []>();
    onLoop(
        () -> {
          var bytes = arrived.poll();
          if (bytes != null) {
            result.complete(bytes);
          } else if (broken) {
            result.completeExceptionally(Network.lost());
          } else if (inputEnded) {
            result.complete(null);
          } else {
            reader = result;
            context().read();
          }
        });
    return result;
  }

  @Override
  public CompletableFuture<@Nullable Void> write(byte[] bytes) {
    var result = new CompletableFuture<@Nullable Void>();
    onLoop(
        () ->
            context()
                .writeAndFlush(Unpooled.wrappedBuffer(bytes))
                .addListener(written -> settle(written, result)));
    return result;
  }

  @Override
  public CompletableFuture<@Nullable Void> shutdownOutput() {
    var result = new CompletableFuture<@Nullable Void>();
    onLoop(
        () -> {
          outputEnded = true;
          var ended =
              secure == null
                  ? ((SocketChannel) context().channel()).shutdownOutput()
                  : secure.closeOutbound();
          // Where the other side has gone already there is nothing left to end.
          ended.addListener(done -> result.complete(null));
          closeIfEnded();
        });
    return result;
  }

  @Override
  public CompletableFuture<@Nullable Void> startTls(String host) {
    var result = new CompletableFuture<@Nullable Void>();
    onLoop(
        () -> {
          endReader();
          try {
            var handler =
                tls.get().newHandler(context().alloc(), unbracketed(host), endpoint.port());
            secure = handler;
            context().pipeline().addFirst(handler);
            handler.handshakeFuture().addListener(done -> shakenHands(done, result));
          } catch (SSLException e) {
            LOG.log(Level.DEBUG, "TLS cannot be used", e);
            result.completeExceptionally(Network.lost());
          }
        });
    return result;
  }

  private static void shakenHands(Future<?> done, CompletableFuture<@Nullable Void> result) {
    if (done.isSuccess()) {
      result.complete(null);
    } else {
      result.completeExceptionally(
          ScriptFailure.error("TLS handshake failed: " + done.cause().getMessage()));
    }
  }

  private static String unbracketed(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  @Override
  public void close() {
    onLoop(() -> context().close());
  }

  @Override
  public CompletableFuture<@Nullable Void> closed() {
    return closed;
  }

  private static void settle(Future<?> done, CompletableFuture<@Nullable Void> result) {
    if (done.isSuccess()) {
      result.complete(null);
    } else {
      LOG.log(Level.DEBUG, "A connection cannot go on", done.cause());
      result.completeExceptionally(Network.lost());
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext reading, Object message) {
    try {
      if (message instanceof ByteBuf bytes && bytes.isReadable()) {
        arrived.add(ByteBufUtil.getBytes(bytes));
      }
    } finally {
      ReferenceCountUtil.release(message);
    }
    giveToReader();
  }

  private void giveToReader() {
    var waiting = reader;
    if (waiting != null && !arrived.isEmpty()) {
      reader = null;
      waiting.complete(arrived.remove());
    }
  }

  /** A reader that waits gets the end. */
  private void endReader() {
    var waiting = reader;
    reader = null;
    if (waiting != null) {
      waiting.complete(null);
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext told, Object event) {
    if (event instanceof ChannelInputShutdownEvent || event instanceof SslCloseCompletionEvent) {
      inputEnded = true;
      endReader();
      closeIfEnded();
    }
    told.fireUserEventTriggered(event);
  }

  private void closeIfEnded() {
    if (inputEnded && outputEnded) {
      context().close();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext gone) {
    inputEnded = true;
    endReader();
    closed.complete(null);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext failed, Throwable cause) {
    LOG.log(Level.DEBUG, "A connection broke", cause);
    broken = true;
    var waiting = reader;
    reader = null;
    if (waiting != null) {
      waiting.completeExceptionally(Network.lost());
    }
    failed.close();
  }
}
