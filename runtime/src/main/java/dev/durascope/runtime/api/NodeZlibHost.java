package dev.durascope.runtime.api;

import dev.durascope.runtime.api.zlib.BrotliCompression;
import dev.durascope.runtime.api.zlib.BrotliDecompression;
import dev.durascope.runtime.api.zlib.Codec;
import dev.durascope.runtime.api.zlib.CompressionException;
import dev.durascope.runtime.api.zlib.Deflation;
import dev.durascope.runtime.api.zlib.Inflation;
import dev.durascope.runtime.script.HostGroup;
import dev.durascope.runtime.script.HostGroup.Arguments;
import dev.durascope.runtime.script.ScriptError;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * {@code host.nodeZlib}: the codecs of {@code node:zlib}. An error leaves as its code and its
 * words; the prelude makes of it what Node.js would.
 */
final class NodeZlibHost {
  private NodeZlibHost() {}

  static HostGroup group() {
    return new HostGroup("nodeZlib")
        .function("open", NodeZlibHost::open)
        .function("brotli", NodeZlibHost::brotli)
        .function("add", NodeZlibHost::add)
        .function("finish", NodeZlibHost::finish)
        .function(
            "change",
            arguments -> {
              arguments
                  .handle(0, Deflation.class)
                  .change(arguments.integer(1), arguments.integer(2));
              return null;
            })
        .function(
            "close",
            arguments -> {
              arguments.handle(0, Codec.class).close();
              return null;
            })
        .function("crc32", arguments -> crc32(Buffers.slice(arguments, 0), arguments.number(3)));
  }

  /** Arguments: kind, level, strategy, and a dictionary or null. */
  private static Codec open(Arguments arguments) {
    var level = arguments.integer(1);
    var strategy = arguments.integer(2);
    var dictionary = arguments.isNull(3) ? null : Buffers.slice(arguments, 3);
    return switch (arguments.string(0)) {
      case "deflate" -> with(Deflation.zlib(level, strategy), dictionary);
      case "deflateRaw" -> with(Deflation.raw(level, strategy), dictionary);
      case "gzip" -> Deflation.gzip(level, strategy);
      case "inflate" -> new Inflation(Inflation.Format.ZLIB, dictionary);
      case "inflateRaw" -> new Inflation(Inflation.Format.RAW, dictionary);
      case "gunzip" -> new Inflation(Inflation.Format.GZIP, dictionary);
      case "unzip" -> new Inflation(Inflation.Format.ANY, dictionary);
      default -> throw new IllegalArgumentException(arguments.string(0));
    };
  }

  private static Codec with(Deflation deflation, byte @Nullable [] dictionary) {
    if (dictionary != null) {
      deflation.useDictionary(dictionary);
    }
    return deflation;
  }

  /** Arguments: whether to compress, quality, window, mode. */
  private static Codec brotli(Arguments arguments) {
    return arguments.bool(0)
        ? new BrotliCompression(arguments.integer(1), arguments.integer(2), arguments.integer(3))
        : new BrotliDecompression();
  }

  /** Arguments: the codec, the bytes, and 0, 1 or 2 for what to flush. */
  private static Object add(Arguments arguments) {
    try {
      return Buffers.toScript(
          arguments
              .handle(0, Codec.class)
              .add(Buffers.slice(arguments, 1), flush(arguments.integer(4))));
    } catch (CompressionException e) {
      throw raised(e);
    }
  }

  private static Codec.Flush flush(int number) {
    return switch (number) {
      case 0 -> Codec.Flush.NONE;
      case 1 -> Codec.Flush.SYNC;
      default -> Codec.Flush.FULL;
    };
  }

  private static Object finish(Arguments arguments) {
    try {
      return Buffers.toScript(arguments.handle(0, Codec.class).finish(arguments.bool(1)));
    } catch (CompressionException e) {
      throw raised(e);
    }
  }

  private static ScriptError raised(CompressionException e) {
    return ScriptError.error(e.code() + "\n" + e.getMessage());
  }

  /** The checksum of bytes that follow others, whose checksum is {@code before}. */
  private static double crc32(byte[] bytes, double before) {
    if (before == 0) {
      var checksum = new CRC32();
      checksum.update(bytes);
      return checksum.getValue();
    }
    var crc = ~(int) (long) before;
    for (var b : bytes) {
      crc ^= b & 255;
      for (var bit = 0; bit < Byte.SIZE; bit++) {
        crc = (crc >>> 1) ^ (0xEDB88320 & -(crc & 1));
      }
    }
    return ~crc & 0xffffffffL;
  }
}
