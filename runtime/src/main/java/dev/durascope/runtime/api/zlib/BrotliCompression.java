package dev.durascope.runtime.api.zlib;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.BrotliOutputStream;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Compresses with Brotli (RFC 7932), by Google's library. */
public final class BrotliCompression implements Codec {
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final BrotliOutputStream stream;

  /**
   * Starts.
   *
   * @param quality 0 to 11
   * @param window its size's logarithm, 10 to 24
   * @param mode 0 for anything, 1 for text, 2 for fonts
   */
  public BrotliCompression(int quality, int window, int mode) {
    Brotli4jLoader.ensureAvailability();
    try {
      stream =
          new BrotliOutputStream(output, Encoder.Parameters.create(quality, window, mode(mode)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Encoder.Mode mode(int number) {
    return switch (number) {
      case 1 -> Encoder.Mode.TEXT;
      case 2 -> Encoder.Mode.FONT;
      default -> Encoder.Mode.GENERIC;
    };
  }

  @Override
  public byte[] add(byte[] chunk, Flush flush) throws CompressionException {
    try {
      stream.write(chunk);
      if (flush != Flush.NONE) {
        stream.flush();
      }
    } catch (IOException e) {
      throw failed();
    }
    return taken();
  }

  @Override
  public byte[] finish(boolean isLenient) throws CompressionException {
    try {
      stream.close();
    } catch (IOException e) {
      throw failed();
    }
    return taken();
  }

  private static CompressionException failed() {
    return new CompressionException("ERR_BROTLI_COMPRESSION_FAILED", "Compression failed");
  }

  private byte[] taken() {
    var result = output.toByteArray();
    output.reset();
    return result;
  }

  @Override
  public void close() {
    try {
      stream.close();
    } catch (IOException e) {
      // It writes to memory, and nobody reads that any more.
    }
  }
}
