package dev.durascope.runtime.api.zlib;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.DecoderJNI;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Decompresses Brotli (RFC 7932), by Google's library. */
public final class BrotliDecompression implements Codec {
  private static final int INPUT_BYTES = 16 * 1024;

  private final DecoderJNI.Wrapper decoder;
  private boolean isClosed;

  /** Starts. */
  public BrotliDecompression() {
    Brotli4jLoader.ensureAvailability();
    try {
      decoder = new DecoderJNI.Wrapper(INPUT_BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public byte[] add(byte[] chunk, Flush flush) throws CompressionException {
    var output = new ByteArrayOutputStream();
    var at = 0;
    while (true) {
      switch (decoder.getStatus()) {
        case OK -> decoder.push(0);
        case NEEDS_MORE_OUTPUT -> {
          var part = decoder.pull();
          var bytes = new byte[part.remaining()];
          part.get(bytes);
          output.writeBytes(bytes);
        }
        case NEEDS_MORE_INPUT -> {
          drain(output);
          if (at == chunk.length) {
            return output.toByteArray();
          }
          var input = decoder.getInputBuffer();
          input.clear();
          var count = Math.min(input.remaining(), chunk.length - at);
          input.put(chunk, at, count);
          at += count;
          decoder.push(count);
        }
        case DONE -> {
          drain(output);
          return output.toByteArray();
        }
        case ERROR ->
            throw new CompressionException(
                "ERR_BROTLI_DECOMPRESSION_FAILED", "Decompression failed");
      }
    }
  }

  private void drain(ByteArrayOutputStream output) {
    while (decoder.hasOutput()) {
      var part = decoder.pull();
      var bytes = new byte[part.remaining()];
      part.get(bytes);
      output.writeBytes(bytes);
    }
  }

  @Override
  public byte[] finish(boolean isLenient) throws CompressionException {
    var isWhole = decoder.getStatus() == DecoderJNI.Status.DONE;
    close();
    if (!isWhole && !isLenient) {
      throw CompressionException.unexpectedEnd();
    }
    return new byte[0];
  }

  @Override
  public void close() {
    if (!isClosed) {
      isClosed = true;
      decoder.destroy();
    }
  }
}
