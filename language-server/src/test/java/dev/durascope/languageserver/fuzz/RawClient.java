package dev.durascope.languageserver.fuzz;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.durascope.languageserver.server.LanguageServerMain;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A client that sends whatever it is told to, and keeps what is answered by the request's id. */
final class RawClient implements AutoCloseable {

  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());
  private final Pipe there;
  private final Pipe back;
  private final OutputStream toServer;
  private final Map<Integer, CompletableFuture<JsonObject>> answers = new ConcurrentHashMap<>();
  private final CompletableFuture<Integer> exitCode;

  RawClient() throws IOException {
    // Not PipedInputStream: that breaks off when the thread that wrote last has ended.
    there = Pipe.open();
    back = Pipe.open();
    toServer = Channels.newOutputStream(there.sink());
    exitCode =
        CompletableFuture.supplyAsync(
            () ->
                LanguageServerMain.run(
                    Channels.newInputStream(there.source()), Channels.newOutputStream(back.sink())),
            threads);
    threads.execute(() -> listen(new BufferedInputStream(Channels.newInputStream(back.source()))));
  }

  /** The answer that the request with this id will get. */
  CompletableFuture<JsonObject> answer(int id) {
    return answers.computeIfAbsent(id, _ -> new CompletableFuture<>());
  }

  CompletableFuture<Integer> exitCode() {
    return exitCode;
  }

  /** One message at a time: what the server asks is answered by another thread. */
  synchronized void send(String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    toServer.write(
        "Content-Length: %d\r\n\r\n".formatted(bytes.length).getBytes(StandardCharsets.US_ASCII));
    toServer.write(bytes);
    toServer.flush();
  }

  private void listen(InputStream in) {
    try {
      for (int length = header(in); length >= 0; length = header(in)) {
        var text = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        var message = JsonParser.parseString(text).getAsJsonObject();
        if (message.has("id") && !message.has("method") && !message.get("id").isJsonNull()) {
          answer(message.get("id").getAsInt()).complete(message);
        } else if (message.has("id") && message.has("method")) {
          send("{\"jsonrpc\":\"2.0\",\"id\":" + message.get("id") + ",\"result\":null}");
        }
      }
    } catch (IOException gone) {
      if (!exitCode.isDone()) {
        throw new UncheckedIOException(gone);
      }
    }
  }

  /** The length of the next body; -1 at the end. */
  private static int header(InputStream in) throws IOException {
    int length = -1;
    var line = new StringBuilder();
    for (int c = in.read(); c >= 0; c = in.read()) {
      if (c != '\n') {
        line.append((char) c);
        continue;
      }
      var field = line.toString().strip();
      if (field.isEmpty()) {
        return length;
      }
      if (field.startsWith("Content-Length:")) {
        length = Integer.parseInt(field.substring("Content-Length:".length()).strip());
      }
      line.setLength(0);
    }
    return -1;
  }

  @Override
  public void close() throws IOException {
    toServer.close();
    threads.shutdownNow();
    there.source().close();
    back.sink().close();
    back.source().close();
  }
}
