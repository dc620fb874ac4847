package dev.durascope.runtime.api;

import dev.durascope.runtime.script.HostGroup;
import dev.durascope.runtime.script.ScriptError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.Inflater;

/** {@code host.compression}: deflate, raw deflate and gzip, chunk by chunk. */
final class CompressionHost {
  private CompressionHost() {}

  static HostGroup group() {
    return new HostGroup("compression")
        .function("deflater", arguments -> Compressor.of(arguments.string(0)))
        .function("inflater", arguments -> Decompressor.of(arguments.string(0)))
        .function(
            "add",
            arguments ->
                Buffers.toScript(arguments.handle(0, Codec.class).add(Buffers.slice(arguments, 1))))
        .function(
            "finish", arguments -> Buffers.toScript(arguments.handle(0, Codec.class).finish()));
  }

  /** One direction of one stream. */
  private sealed interface Codec {
    /** What comes out for a chunk of input. */
    byte[] add(byte[] chunk);

    /** What comes out at the end. */
    byte[] finish();
  }

  /** Compresses. */
  private record Compressor(ByteArrayOutputStream bytes, OutputStream stream) implements Codec {
    static Compressor of(String format) {
      var bytes = new ByteArrayOutputStream();
      try {
        return new Compressor(
            bytes,
            switch (format) {
              case "gzip" -> new GZIPOutputStream(bytes);
              case "deflate-raw" ->
                  new DeflaterOutputStream(bytes, new Deflater(Deflater.DEFAULT_COMPRESSION, true));
              default -> new DeflaterOutputStream(bytes);
            });
      } catch (IOException e) {
        throw ScriptError.typeError(String.valueOf(e.getMessage()));
      }
    }

    @Override
    public byte[] add(byte[] chunk) {
      try {
        stream.write(chunk);
      } catch (IOException e) {
        throw ScriptError.typeError(String.valueOf(e.getMessage()));
      }
      return take();
    }

    @Override
    public byte[] finish() {
      try {
        stream.close();
      } catch (IOException e) {
        throw ScriptError.typeError(String.valueOf(e.getMessage()));
      }
      return take();
    }

    private byte[] take() {
      var result = bytes.toByteArray();
      bytes.reset();
      return result;
    }
  }

  /** Decompresses; a gzip header is taken off by {@link GzipFrame}. */
  private static final class Decompressor implements Codec {
    private static final int BUFFER_BYTES = 8192;

    private final Inflater inflater;
    private final GzipFrame frame;

    private Decompressor(Inflater inflater, GzipFrame frame) {
      this.inflater = inflater;
      this.frame = frame;
    }

    static Decompressor of(String format) {
      return switch (format) {
        case "gzip" -> new Decompressor(new Inflater(true), GzipFrame.expected());
        case "deflate-raw" -> new Decompressor(new Inflater(true), GzipFrame.none());
        default -> new Decompressor(new Inflater(), GzipFrame.none());
      };
    }

    @Override
    public byte[] add(byte[] chunk) {
      var output = new ByteArrayOutputStream();
      var input = inflater.finished() ? chunk : frame.withoutHeader(chunk);
      if (inflater.finished()) {
        frame.trailer(input, 0, input.length);
        return new byte[0];
      }
      inflater.setInput(input);
      var buffer = new byte[BUFFER_BYTES];
      try {
        while (!inflater.finished()) {
          var count = inflater.inflate(buffer);
          if (count == 0) {
            break;
          }
          frame.seen(buffer, count);
          output.write(buffer, 0, count);
        }
      } catch (DataFormatException e) {
        throw ScriptError.typeError("Decompression failed.");
      }
      if (inflater.finished()) {
        var rest = inflater.getRemaining();
        frame.trailer(input, input.length - rest, rest);
      }
      return output.toByteArray();
    }

    @Override
    public byte[] finish() {
      var isWhole = inflater.finished() && frame.isWhole();
      inflater.end();
      if (!isWhole) {
        throw ScriptError.typeError(
            "Called close() on a decompression stream with incomplete data");
      }
      return new byte[0];
    }
  }
}
