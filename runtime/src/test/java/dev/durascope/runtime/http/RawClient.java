package dev.durascope.runtime.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A client that sends just what the test says, byte by byte. */
final class RawClient implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 20_000;

  record Answer(String statusLine, List<String> headers, String body) {}

  private final SocketChannel channel;
  private final Socket socket;
  private final InputStream input;

  RawClient(HttpFrontDoor door) throws IOException {
    channel = SocketChannel.open(door.address());
    socket = channel.socket();
    socket.setSoTimeout(TIMEOUT_MILLIS);
    input = new BufferedInputStream(socket.getInputStream());
  }

  /** Sends text whose line ends are {@code \n} here and CRLF on the wire. */
  RawClient send(String text) throws IOException {
    socket.getOutputStream().write(text.replace("\n", "\r\n").getBytes(UTF_8));
    return this;
  }

  void sendBytes(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  /** Sends what the system takes without waiting; says how much that was. */
  int trySend(byte[] bytes) throws IOException {
    channel.configureBlocking(false);
    try {
      return channel.write(ByteBuffer.wrap(bytes));
    } finally {
      channel.configureBlocking(true);
    }
  }

  void endOutput() throws IOException {
    socket.shutdownOutput();
  }

  /** Closes with a reset, as a process does that is killed. */
  void abort() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  int read() throws IOException {
    return input.read();
  }

  byte[] readBytes(int count) throws IOException {
    return input.readNBytes(count);
  }

  String readLine() throws IOException {
    var line = new ByteArrayOutputStream();
    for (var next = input.read(); next != '\n'; next = input.read()) {
      if (next < 0) {
        throw new IOException("The connection ended after: " + line.toString(UTF_8));
      }
      if (next != '\r') {
        line.write(next);
      }
    }
    return line.toString(UTF_8);
  }

  /** A status line and headers, without the body that may follow. */
  Answer readHead() throws IOException {
    var status = readLine();
    var headers = new ArrayList<String>();
    for (var line = readLine(); !line.isEmpty(); line = readLine()) {
      headers.add(line.toLowerCase(Locale.ROOT));
    }
    return new Answer(status, headers, "");
  }

  /** A response whose length is declared. */
  Answer readAnswer() throws IOException {
    var head = readHead();
    var length =
        head.headers().stream()
            .filter(header -> header.startsWith("content-length: "))
            .mapToInt(header -> Integer.parseInt(header.substring("content-length: ".length())))
            .findFirst()
            .orElse(0);
    return new Answer(head.statusLine(), head.headers(), new String(readBytes(length), UTF_8));
  }

  /** All up to the end of the connection. */
  String readToEnd() throws IOException {
    return new String(input.readAllBytes(), UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
