package dev.durascope.runtime.api;

import dev.durascope.runtime.api.zlib.CompressionException;
import dev.durascope.runtime.api.zlib.GzipHeader;
import dev.durascope.runtime.script.ScriptError;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * What gzip (RFC 1952) puts around deflated data, taken off as chunks come: a header of ten bytes
 * with optional fields, and a trailer of eight, checksum and length.
 */
final class GzipFrame {
  private static final int FIXED_HEADER_BYTES = 10;
  private static final int TRAILER_BYTES = 8;

  private final boolean isExpected;
  private final ByteArrayOutputStream header = new ByteArrayOutputStream();
  private final ByteArrayOutputStream trailer = new ByteArrayOutputStream();
  private final CRC32 checksum = new CRC32();
  private long length;
  private boolean headerDone;

  private GzipFrame(boolean isExpected) {
    this.isExpected = isExpected;
    this.headerDone = !isExpected;
  }

  /** For data that has a frame. */
  static GzipFrame expected() {
    return new GzipFrame(true);
  }

  /** For data that has none. */
  static GzipFrame none() {
    return new GzipFrame(false);
  }

  /** The chunk without what still belongs to the header. */
  byte[] withoutHeader(byte[] chunk) {
    if (headerDone) {
      return chunk;
    }
    header.writeBytes(chunk);
    var bytes = header.toByteArray();
    var end = headerEnd(bytes);
    if (end < 0) {
      return new byte[0];
    }
    headerDone = true;
    return Arrays.copyOfRange(bytes, end, bytes.length);
  }

  /** Where the header ends, -1 if it goes on. */
  private static int headerEnd(byte[] bytes) {
    if (bytes.length < FIXED_HEADER_BYTES) {
      return -1;
    }
    try {
      return GzipHeader.endOf(bytes);
    } catch (CompressionException e) {
      throw ScriptError.typeError("Decompression failed.");
    }
  }

  /** Counts data that came out. */
  void seen(byte[] buffer, int count) {
    checksum.update(buffer, 0, count);
    length += count;
  }

  /** Takes what follows the data. */
  void trailer(byte[] bytes, int offset, int count) {
    trailer.write(bytes, offset, count);
    if (trailer.size() > (isExpected ? TRAILER_BYTES : 0)) {
      throw ScriptError.typeError("Trailing bytes after end of compressed data");
    }
    if (isExpected && trailer.size() == TRAILER_BYTES) {
      var all = trailer.toByteArray();
      if (GzipHeader.number(all, 0) != checksum.getValue()
          || GzipHeader.number(all, 4) != (length & 0xffffffffL)) {
        throw ScriptError.typeError("Decompression failed.");
      }
    }
  }

  /** Whether nothing is missing. */
  boolean isWhole() {
    return !isExpected || trailer.size() == TRAILER_BYTES;
  }
}
