package dev.durascope.runtime.api.zlib;

import java.io.ByteArrayOutputStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Deflates; a gzip frame (RFC 1952) is put around it here, as zlib does on Unix. */
public final class Deflation implements Codec {
  private static final int BUFFER_BYTES = 16 * 1024;
  private static final byte[] GZIP_HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3};
  private static final int EXTRA_FLAGS_AT = 8;
  private static final byte BEST_COMPRESSION = 2;
  private static final byte FASTEST = 4;

  private final Deflater deflater;
  private final boolean isGzip;
  private final int level;
  private final CRC32 checksum = new CRC32();
  private long length;
  private boolean hasBegun;

  private Deflation(boolean isRaw, boolean isGzip, int level, int strategy) {
    this.deflater = new Deflater(level, isRaw);
    this.isGzip = isGzip;
    this.level = level;
    deflater.setStrategy(strategy);
  }

  /** The zlib format. */
  public static Deflation zlib(int level, int strategy) {
    return new Deflation(false, false, level, strategy);
  }

  /** Without any frame. */
  public static Deflation raw(int level, int strategy) {
    return new Deflation(true, false, level, strategy);
  }

  /** The gzip format. */
  public static Deflation gzip(int level, int strategy) {
    return new Deflation(true, true, level, strategy);
  }

  /** Starts with a dictionary, before any input. */
  public void useDictionary(byte[] dictionary) {
    deflater.setDictionary(dictionary);
  }

  /** Changes the settings for what follows. */
  public void change(int newLevel, int newStrategy) {
    deflater.setLevel(newLevel);
    deflater.setStrategy(newStrategy);
  }

  @Override
  public byte[] add(byte[] chunk, Flush flush) {
    var output = begun();
    checksum.update(chunk);
    length += chunk.length;
    deflater.setInput(chunk);
    drain(
        output,
        switch (flush) {
          case NONE -> Deflater.NO_FLUSH;
          case SYNC -> Deflater.SYNC_FLUSH;
          case FULL -> Deflater.FULL_FLUSH;
        });
    return output.toByteArray();
  }

  private void drain(ByteArrayOutputStream output, int mode) {
    var buffer = new byte[BUFFER_BYTES];
    int count;
    do {
      count = deflater.deflate(buffer, 0, buffer.length, mode);
      output.write(buffer, 0, count);
    } while (count == buffer.length || (!deflater.needsInput() && count > 0));
  }

  private ByteArrayOutputStream begun() {
    var output = new ByteArrayOutputStream();
    if (isGzip && !hasBegun) {
      var header = GZIP_HEADER.clone();
      header[EXTRA_FLAGS_AT] =
          level == Deflater.BEST_COMPRESSION
              ? BEST_COMPRESSION
              : level == Deflater.BEST_SPEED ? FASTEST : 0;
      output.writeBytes(header);
    }
    hasBegun = true;
    return output;
  }

  @Override
  public byte[] finish(boolean isLenient) {
    var output = begun();
    deflater.finish();
    var buffer = new byte[BUFFER_BYTES];
    while (!deflater.finished()) {
      output.write(buffer, 0, deflater.deflate(buffer));
    }
    if (isGzip) {
      writeNumber(output, checksum.getValue());
      writeNumber(output, length);
    }
    close();
    return output.toByteArray();
  }

  private static void writeNumber(ByteArrayOutputStream output, long number) {
    for (var shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      output.write((int) (number >> shift));
    }
  }

  @Override
  public void close() {
    deflater.end();
  }
}
