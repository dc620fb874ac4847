package dev.durascope.runtime.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.ByteChannel;
import dev.durascope.runtime.message.Header;
import dev.durascope.runtime.message.ResponseMessage;
import dev.durascope.runtime.message.SocketEnd;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What the handlers of the tests are made of. */
@SuppressWarnings("FutureReturnValueIgnored") // a test that waits in vain fails
final class Answers {
  private static final int CHUNK_BYTES = 10_000;

  private Answers() {}

  static ResponseMessage of(int status, Body body, Header... headers) {
    return new ResponseMessage(status, "", List.of(headers), body, "", Optional.empty());
  }

  static ResponseMessage text(String text, Header... headers) {
    return of(200, bytes(text), headers);
  }

  static Body bytes(String text) {
    return new Body.Bytes(text.getBytes(UTF_8));
  }

  static CompletableFuture<ResponseMessage> done(ResponseMessage response) {
    return CompletableFuture.completedFuture(response);
  }

  static ResponseMessage webSocket(SocketEnd clientEnd, Header... headers) {
    return new ResponseMessage(101, "", List.of(headers), Body.NONE, "", Optional.of(clientEnd));
  }

  /** A stream of declared length, written as fast as it is read. */
  static Body inChunks(byte[] bytes) {
    var channel = new ByteChannel();
    writeOn(channel, bytes, 0);
    return new Body.Stream(channel, bytes.length);
  }

  private static void writeOn(ByteChannel channel, byte[] bytes, int from) {
    if (from == bytes.length) {
      channel.end();
      return;
    }
    var to = Math.min(bytes.length, from + CHUNK_BYTES);
    var written = channel.write(Arrays.copyOfRange(bytes, from, to));
    written.thenRunAsync(() -> writeOn(channel, bytes, to));
  }

  /** Reads a body to its end. */
  static CompletableFuture<byte[]> readAll(Body body) {
    return switch (body) {
      case Body.None none -> CompletableFuture.completedFuture(new byte[0]);
      case Body.Bytes whole -> CompletableFuture.completedFuture(whole.bytes());
      case Body.Stream stream -> readOn(stream.channel(), new ByteArrayOutputStream());
    };
  }

  private static CompletableFuture<byte[]> readOn(
      ByteChannel channel, ByteArrayOutputStream gathered) {
    return channel
        .read()
        .thenComposeAsync(
            chunk -> {
              if (chunk == null) {
                return CompletableFuture.completedFuture(gathered.toByteArray());
              }
              gathered.writeBytes(chunk);
              return readOn(channel, gathered);
            });
  }
}
