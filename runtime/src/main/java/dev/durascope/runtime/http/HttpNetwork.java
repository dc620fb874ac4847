package dev.durascope.runtime.http;

import dev.durascope.runtime.message.Connection;
import dev.durascope.runtime.message.Endpoint;
import dev.durascope.runtime.message.Network;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.message.ResponseMessage;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 and WebSockets to the outside, connections kept for the next request to the same server;
 * and bare connections, which {@code TcpDialer} makes.
 *
 * <p>Why not the JDK's client: it hides the status text, sends headers of its own, waits for the
 * end of the request before it looks at the answer, and its WebSocket knows no compression. A
 * Worker sees all of these.
 *
 * <p>One thread serves all connections; it starts with the first request. What is said of the event
 * loop below means that thread.
 */
@SuppressWarnings("FutureReturnValueIgnored") // see package-info: writes
public final class HttpNetwork implements Network, AutoCloseable {
  private static final int MAX_STATUS_LINE_BYTES = 16 << 10;
  private static final int MAX_HEADER_BYTES = 128 << 10;
  static final int MAX_READ_BYTES = 64 << 10;

  /** Connections to one server that are kept without a request. */
  private static final int MAX_IDLE_CONNECTIONS = 8;

  /** How long a connection is kept without a request. */
  private static final long IDLE_SECONDS = 15;

  static final int CONNECT_MILLIS = 30_000;
  private static final long SHUTDOWN_MILLIS = 1_000;

  private @Nullable MultiThreadIoEventLoopGroup group;
  private boolean closed;
  // On the event loop:
  private final Map<Origin, Deque<OutboundConnection>> idle = new HashMap<>();
  private @Nullable SslContext tls;
  private final TcpDialer dialer = new TcpDialer(this::loop, this::tls);

  /** Trusts the certificates that the JDK trusts. */
  public HttpNetwork() {}

  /** Trusts those that {@code tls} does. */
  HttpNetwork(SslContext tls) {
    this.tls = tls;
  }

  @Override
  public CompletableFuture<ResponseMessage> send(RequestMessage request) {
    var exchange = new OutboundExchange(request, Origin.target(request.url()));
    request.cancellation().onCancel(exchange::cancel);
    var loop = loop();
    if (loop == null) {
      exchange.fail(Network.lost());
    } else {
      loop.execute(() -> dispatch(exchange));
    }
    return exchange.answer();
  }

  @Override
  public CompletableFuture<Connection> connect(Endpoint endpoint) {
    return dialer.connect(endpoint);
  }

  private synchronized @Nullable EventLoop loop() {
    if (closed) {
      return null;
    }
    if (group == null) {
      NettySettings.ensure();
      ThreadFactory threads =
          task -> Thread.ofPlatform().daemon().name("outbound http").unstarted(task);
      group = new MultiThreadIoEventLoopGroup(1, threads, NioIoHandler.newFactory());
    }
    return (EventLoop) group.next();
  }

  private void dispatch(OutboundExchange exchange) {
    if (exchange.isOver()) {
      return;
    }
    var waiting = idle.get(exchange.target().origin());
    var connection = waiting == null ? null : waiting.pollLast();
    if (connection != null && connection.begin(exchange)) {
      return;
    }
    connect(exchange);
  }

  /** The names of servers are looked up elsewhere: that may take long, and holds its thread. */
  private void connect(OutboundExchange exchange) {
    var origin = exchange.target().origin();
    Thread.ofVirtual()
        .name("look up " + origin.host())
        .start(
            () -> {
              try {
                connect(exchange, InetAddress.getAllByName(origin.host()), 0);
              } catch (UnknownHostException e) {
                exchange.fail(Network.lost());
              }
            });
  }

  private void connect(OutboundExchange exchange, InetAddress[] addresses, int index) {
    var loop = loop();
    if (loop == null || exchange.isOver()) {
      exchange.fail(Network.lost());
      return;
    }
    var origin = exchange.target().origin();
    var connection = new OutboundConnection(this::keep, this::connect);
    new Bootstrap()
        .group(loop)
        .channel(NioSocketChannel.class)
        .option(ChannelOption.AUTO_READ, false)
        .option(ChannelOption.TCP_NODELAY, true)
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
        .handler(
            new ChannelInitializer<SocketChannel>() {
              @Override
              protected void initChannel(SocketChannel channel) throws SSLException {
                var pipeline = channel.pipeline();
                if (origin.secure()) {
                  pipeline.addLast(tls().newHandler(channel.alloc(), origin.host(), origin.port()));
                }
                pipeline.addLast(new HttpClientCodec(decoderConfig(), false, false));
                pipeline.addLast(connection);
              }
            })
        .connect(new InetSocketAddress(addresses[index], origin.port()))
        .addListener(
            connected -> {
              if (connected.isSuccess()) {
                connection.begin(exchange);
              } else if (index + 1 < addresses.length) {
                connect(exchange, addresses, index + 1);
              } else {
                exchange.fail(Network.lost());
              }
            });
  }

  private static HttpDecoderConfig decoderConfig() {
    return new HttpDecoderConfig()
        .setMaxInitialLineLength(MAX_STATUS_LINE_BYTES)
        .setMaxHeaderSize(MAX_HEADER_BYTES)
        .setMaxChunkSize(MAX_READ_BYTES);
  }

  private SslContext tls() throws SSLException {
    if (tls == null) {
      tls = SslContextBuilder.forClient().build();
    }
    return tls;
  }

  /** A connection has done its work and may do more. On the event loop. */
  private void keep(OutboundConnection connection, Origin origin) {
    var waiting = idle.computeIfAbsent(origin, any -> new ArrayDeque<>());
    if (waiting.size() >= MAX_IDLE_CONNECTIONS) {
      connection.channel().close();
      return;
    }
    waiting.addLast(connection);
    var channel = connection.channel();
    channel.closeFuture().addListener(gone -> forget(waiting, connection, origin));
    channel
        .eventLoop()
        .schedule(() -> dropIfIdle(waiting, connection), IDLE_SECONDS, TimeUnit.SECONDS);
  }

  private void forget(
      Deque<OutboundConnection> waiting, OutboundConnection connection, Origin origin) {
    waiting.remove(connection);
    if (waiting.isEmpty()) {
      idle.remove(origin, waiting);
    }
  }

  private static void dropIfIdle(Deque<OutboundConnection> waiting, OutboundConnection connection) {
    if (waiting.remove(connection)) {
      connection.channel().close();
    }
  }

  /** Breaks off whatever is under way. */
  @Override
  public void close() {
    MultiThreadIoEventLoopGroup running;
    synchronized (this) {
      closed = true;
      running = group;
    }
    if (running != null) {
      running.shutdownGracefully(0, SHUTDOWN_MILLIS, TimeUnit.MILLISECONDS).awaitUninterruptibly();
    }
  }
}
