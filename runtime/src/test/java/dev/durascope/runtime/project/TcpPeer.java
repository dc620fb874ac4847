package dev.durascope.runtime.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * The server of a behaviour's variable {@code TCP_PEER}: it sends back what it is sent, and ends
 * after the other side or after a chunk that ends with "bye" and a line feed.
 */
final class TcpPeer implements AutoCloseable {
  private static final int CHUNK_BYTES = 64 << 10;

  private final ServerSocket server;

  private TcpPeer(ServerSocket server) {
    this.server = server;
  }

  /** Listens on a free port. */
  static TcpPeer start() {
    try {
      var peer = new TcpPeer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
      Thread.ofVirtual().start(peer::accept);
      return peer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String address() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  private void accept() {
    while (true) {
      try {
        var socket = server.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private static void serve(Socket socket) {
    try (socket) {
      var input = socket.getInputStream();
      var output = socket.getOutputStream();
      var chunk = new byte[CHUNK_BYTES];
      for (var length = input.read(chunk); length >= 0; length = input.read(chunk)) {
        output.write(chunk, 0, length);
        if (endsWithBye(chunk, length)) {
          socket.shutdownOutput();
        }
      }
    } catch (IOException e) {
      // The other side has gone.
    }
  }

  private static boolean endsWithBye(byte[] chunk, int length) {
    return length >= 4
        && chunk[length - 4] == 'b'
        && chunk[length - 3] == 'y'
        && chunk[length - 2] == 'e'
        && chunk[length - 1] == '\n';
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
