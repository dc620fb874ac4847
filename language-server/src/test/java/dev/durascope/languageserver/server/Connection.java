package dev.durascope.languageserver.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;

/**
 * The client's end of a connection whose other end a server has. When the server returns it sends
 * no more; it reads until the client has closed its end, as from a standard input.
 *
 * @param exitCode what the server returned
 */
record Connection(Socket socket, CompletableFuture<Integer> exitCode) implements AutoCloseable {

  static Connection toServer() throws IOException {
    try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var client = new Socket(listener.getInetAddress(), listener.getLocalPort());
      var server = listener.accept();
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      return new Connection(
          client,
          CompletableFuture.supplyAsync(
              () -> serve(server),
              work -> Thread.ofPlatform().daemon().name("lsp-server").start(work)));
    }
  }

  private static int serve(Socket end) {
    try {
      int code = LanguageServerMain.run(end.getInputStream(), end.getOutputStream());
      end.shutdownOutput();
      return code;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  InputStream in() throws IOException {
    return socket.getInputStream();
  }

  OutputStream out() throws IOException {
    return socket.getOutputStream();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
