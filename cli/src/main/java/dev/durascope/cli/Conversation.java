package dev.durascope.cli;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;

/**
 * An editor's end of a server that runs in this process: messages of JSON behind a header, as the
 * protocols of language servers and of debuggers have them both.
 */
final class Conversation implements AutoCloseable {

  private final OutputStream toServer;
  private final DataInputStream fromServer;
  private final Thread server;

  private Conversation(OutputStream toServer, DataInputStream fromServer, Thread server) {
    this.toServer = toServer;
    this.fromServer = fromServer;
    this.server = server;
  }

  /** What serves until it is told to end. */
  interface Server {
    void serve(InputStream in, OutputStream out);
  }

  static Conversation with(Server server) throws IOException {
    var forth = Pipe.open();
    var back = Pipe.open();
    var in = Channels.newInputStream(forth.source());
    var out = Channels.newOutputStream(back.sink());
    return new Conversation(
        Channels.newOutputStream(forth.sink()),
        new DataInputStream(Channels.newInputStream(back.source())),
        Thread.ofPlatform().name("server").start(() -> server.serve(in, out)));
  }

  void send(JsonObject message) throws IOException {
    var bytes = message.toString().getBytes(StandardCharsets.UTF_8);
    toServer.write(
        ("Content-Length: " + bytes.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    toServer.write(bytes);
    toServer.flush();
  }

  /** The server's next message. */
  JsonObject read() throws IOException {
    var header = new StringBuilder();
    while (header.indexOf("\r\n\r\n") < 0) {
      header.append((char) fromServer.readUnsignedByte());
    }
    var length = header.substring(header.indexOf(":") + 1).trim();
    var body = fromServer.readNBytes(Integer.parseInt(length));
    return JsonParser.parseString(new String(body, StandardCharsets.UTF_8)).getAsJsonObject();
  }

  /** Waits until the server, which was told to, has ended. */
  void awaitEnd() throws InterruptedException {
    server.join();
  }

  @Override
  public void close() throws IOException {
    toServer.close();
    fromServer.close();
  }
}
