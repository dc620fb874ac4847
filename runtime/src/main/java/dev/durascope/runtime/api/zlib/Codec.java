package dev.durascope.runtime.api.zlib;

/** One direction of one stream. After {@link #finish} or {@link #close} it is used no more. */
public sealed interface Codec extends AutoCloseable
    permits Deflation, Inflation, BrotliCompression, BrotliDecompression {
  /** How much of what was taken in must come out now. */
  enum Flush {
    /** What the codec sees fit. */
    NONE,
    /** All of it, so that the other side can read so far. */
    SYNC,
    /** All of it, and the other side can start here. */
    FULL
  }

  /** What comes out for a chunk of input. */
  byte[] add(byte[] chunk, Flush flush) throws CompressionException;

  /**
   * What comes out at the end.
   *
   * @param isLenient accept that data to be decompressed ends too early
   */
  byte[] finish(boolean isLenient) throws CompressionException;

  @Override
  void close();
}
