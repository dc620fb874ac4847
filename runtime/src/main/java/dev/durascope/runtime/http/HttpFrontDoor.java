package dev.durascope.runtime.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * An HTTP server that listens until it is closed.
 *
 * <p>One thread serves all connections: its work is to move bytes, and whoever thinks about a
 * request does so elsewhere. Connections never read ahead of what they can hand over, so a slow
 * handler slows its client down instead of filling the memory.
 */
public final class HttpFrontDoor implements AutoCloseable {
  private static final int MAX_REQUEST_LINE_BYTES = 64 << 10;
  private static final int MAX_HEADER_BYTES = 128 << 10;

  /** The most that is read from a socket, and of a body handed over, at once. */
  private static final int MAX_READ_BYTES = 64 << 10;

  /**
   * So much may wait for a socket before nothing more is asked of a stream, and until it is again.
   */
  private static final WriteBufferWaterMark WAITING_BYTES =
      new WriteBufferWaterMark(128 << 10, 512 << 10);

  private static final int MIN_READ_BYTES = 256;
  private static final int FIRST_READ_BYTES = 4 << 10;

  /** Requests that one read can bring: the shortest has 16 bytes. */
  private static final int MAX_PIPELINED_REQUESTS = MAX_READ_BYTES / 16 + 1;

  /** Connections that the system accepts before we have looked at them. */
  private static final int MAX_WAITING_CONNECTIONS = 1024;

  private static final long SHUTDOWN_TIMEOUT_MILLIS = 1_000;

  private final EventLoopGroup loop;
  private final Channel listener;
  private final Set<Channel> connections;

  private HttpFrontDoor(EventLoopGroup loop, Channel listener, Set<Channel> connections) {
    this.loop = loop;
    this.listener = listener;
    this.connections = connections;
  }

  /** Opens a front door; when this returns, clients can connect. */
  public static HttpFrontDoor start(FrontDoorOptions options, RequestHandler handler)
      throws HttpBindException {
    NettySettings.ensure();
    ThreadFactory threads = task -> Thread.ofPlatform().daemon().name("http").unstarted(task);
    var loop = new MultiThreadIoEventLoopGroup(1, threads, NioIoHandler.newFactory());
    var connections = ConcurrentHashMap.<Channel>newKeySet();
    var bound =
        new ServerBootstrap()
            .group(loop)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_REUSEADDR, true)
            .option(ChannelOption.SO_BACKLOG, MAX_WAITING_CONNECTIONS)
            .childOption(ChannelOption.AUTO_READ, false)
            .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, WAITING_BYTES)
            .childOption(
                ChannelOption.RECVBUF_ALLOCATOR,
                new AdaptiveRecvByteBufAllocator(MIN_READ_BYTES, FIRST_READ_BYTES, MAX_READ_BYTES))
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel channel) {
                    connections.add(channel);
                    channel.closeFuture().addListener(closed -> connections.remove(channel));
                    channel
                        .pipeline()
                        .addLast(new HttpServerCodec(decoderConfig(), MAX_PIPELINED_REQUESTS))
                        .addLast(new HttpConnection(options, handler));
                  }
                })
            .bind(options.host(), options.port())
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      stop(loop);
      throw new HttpBindException(options.host(), options.port(), bound.cause());
    }
    return new HttpFrontDoor(loop, bound.channel(), connections);
  }

  private static HttpDecoderConfig decoderConfig() {
    return new HttpDecoderConfig()
        .setMaxInitialLineLength(MAX_REQUEST_LINE_BYTES)
        .setMaxHeaderSize(MAX_HEADER_BYTES)
        .setMaxChunkSize(MAX_READ_BYTES);
  }

  /** Where it listens, with the port that was given if the options left it open. */
  public InetSocketAddress address() {
    return (InetSocketAddress) listener.localAddress();
  }

  /** Stops listening and breaks off all connections. */
  @Override
  public void close() {
    listener.close().awaitUninterruptibly();
    connections.forEach(connection -> connection.close().awaitUninterruptibly());
    stop(loop);
  }

  private static void stop(EventLoopGroup loop) {
    loop.shutdownGracefully(0, SHUTDOWN_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
        .awaitUninterruptibly();
  }
}
