package dev.durascope.runtime.http;

import dev.durascope.runtime.message.Connection;
import dev.durascope.runtime.message.Endpoint;
import dev.durascope.runtime.message.Network;
import dev.durascope.runtime.message.ScriptFailure;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContext;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Opens connections for bytes of any kind: to each address that a host has, until one answers. */
@SuppressWarnings("FutureReturnValueIgnored") // see package-info: writes
final class TcpDialer {
  /** Gives what TLS needs; asked on the event loop. */
  @FunctionalInterface
  interface Tls {
    SslContext get() throws SSLException;
  }

  private final Supplier<@Nullable EventLoop> loop;
  private final Tls tls;

  /**
   * @param loop the event loop of the connections, null when there are to be no more
   */
  TcpDialer(Supplier<@Nullable EventLoop> loop, Tls tls) {
    this.loop = loop;
    this.tls = tls;
  }

  /** The connection, after the handshake if it is one of TLS. */
  CompletableFuture<Connection> connect(Endpoint endpoint) {
    var result = new CompletableFuture<Connection>();
    Thread.ofVirtual()
        .name("look up " + endpoint.host())
        .start(
            () -> {
              try {
                connect(endpoint, InetAddress.getAllByName(endpoint.host()), 0, result);
              } catch (UnknownHostException e) {
                result.completeExceptionally(ScriptFailure.error("unknown host"));
              }
            });
    return result;
  }

  private void connect(
      Endpoint endpoint, InetAddress[] addresses, int index, CompletableFuture<Connection> result) {
    var group = loop.get();
    if (group == null) {
      result.completeExceptionally(Network.lost());
      return;
    }
    var connection = new TcpConnection(endpoint, tls);
    new Bootstrap()
        .group(group)
        .channel(NioSocketChannel.class)
        .option(ChannelOption.AUTO_READ, false)
        .option(ChannelOption.ALLOW_HALF_CLOSURE, true)
        .option(ChannelOption.TCP_NODELAY, true)
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, HttpNetwork.CONNECT_MILLIS)
        // One piece for each read: what follows may be TLS by then.
        .option(
            ChannelOption.RECVBUF_ALLOCATOR,
            new FixedRecvByteBufAllocator(HttpNetwork.MAX_READ_BYTES).maxMessagesPerRead(1))
        .handler(
            new ChannelInitializer<SocketChannel>() {
              @Override
              protected void initChannel(SocketChannel channel) {
                channel.pipeline().addLast(connection);
              }
            })
        .connect(new InetSocketAddress(addresses[index], endpoint.port()))
        .addListener(
            connected -> {
              if (connected.isSuccess()) {
                opened(endpoint, connection, result);
              } else if (index + 1 < addresses.length) {
                connect(endpoint, addresses, index + 1, result);
              } else {
                result.completeExceptionally(Network.lost());
              }
            });
  }

  private static void opened(
      Endpoint endpoint, TcpConnection connection, CompletableFuture<Connection> result) {
    switch (endpoint.transport()) {
      case PLAIN -> result.complete(connection);
      case TLS ->
          connection
              .startTls(endpoint.host())
              .whenComplete(
                  (ready, failure) -> {
                    if (failure == null) {
                      result.complete(connection);
                    } else {
                      connection.close();
                      result.completeExceptionally(failure);
                    }
                  });
    }
  }
}
