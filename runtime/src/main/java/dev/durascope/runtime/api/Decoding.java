package dev.durascope.runtime.api;

import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.ByteChannel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.zip.GZIPInputStream;
import org.brotli.dec.BrotliInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes the {@code Content-Encoding} off a body: gzip and br, as the platform does. What it does
 * not know stays as it came, for user code to deal with.
 *
 * <p>Each has a virtual thread that reads, decodes and hands on, no faster than its reader takes
 * it.
 */
public final class Decoding {
  private static final int CHUNK_BYTES = 16 * 1024;

  private Decoding() {}

  /** Opens a decoder over the encoded bytes; null if there is none for the encoding. */
  @FunctionalInterface
  private interface Decoder {
    InputStream over(InputStream encoded) throws IOException;
  }

  private static @Nullable Decoder decoder(String encoding) {
    return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
      case "gzip" -> encoded -> new GZIPInputStream(encoded, CHUNK_BYTES);
      case "br" -> BrotliInputStream::new;
      default -> null;
    };
  }

  /** The plain body; the same where there is none, or the encoding is not known. */
  public static Body decoded(Body body, String encoding) {
    var decoder = decoder(encoding);
    if (decoder == null || body instanceof Body.None) {
      return body;
    }
    var plain = new ByteChannel();
    var source =
        switch (body) {
          case Body.Stream(var channel, var _) -> new ChannelInput(channel);
          case Body.Bytes(var bytes) -> new ByteArrayInputStream(bytes);
          case Body.None _ -> InputStream.nullInputStream();
        };
    if (body instanceof Body.Stream(var channel, var _)) {
      plain.onCancel(channel::cancel);
    }
    Thread.ofVirtual().name("decode " + encoding).start(() -> pump(decoder, source, plain));
    return new Body.Stream(plain, -1);
  }

  private static void pump(Decoder decoder, InputStream source, ByteChannel plain) {
    try (var raw = source;
        var input = decoder.over(raw)) {
      var buffer = new byte[CHUNK_BYTES];
      for (var count = input.read(buffer); count >= 0; count = input.read(buffer)) {
        if (count > 0) {
          plain.write(Arrays.copyOf(buffer, count)).get();
        }
      }
      plain.end();
    } catch (IOException e) {
      plain.fail(e);
    } catch (InterruptedException | ExecutionException e) {
      // Nobody reads on: closing the source above says so to whoever sends.
    }
  }

  /** A body's channel as the stream that a decoder reads. */
  private static final class ChannelInput extends InputStream {
    private final ByteChannel channel;
    private byte[] chunk = {};
    private int at;

    ChannelInput(ByteChannel channel) {
      this.channel = channel;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      while (at == chunk.length) {
        try {
          var next = channel.read().join();
          if (next == null) {
            return -1;
          }
          chunk = next;
          at = 0;
        } catch (CompletionException e) {
          throw new IOException(e.getCause() == null ? e : e.getCause());
        }
      }
      var count = Math.min(length, chunk.length - at);
      System.arraycopy(chunk, at, target, offset, count);
      at += count;
      return count;
    }

    @Override
    public int available() {
      return chunk.length - at;
    }

    @Override
    public void close() {
      channel.cancel();
    }
  }
}
