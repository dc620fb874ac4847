package dev.durascope.runtime.api.zlib;

/** The header of a gzip member (RFC 1952): ten bytes, and optional fields. */
public final class GzipHeader {
  private static final int FIXED_BYTES = 10;
  private static final int FLAGS_AT = 3;
  private static final int HAS_HEADER_CRC = 2;
  private static final int HAS_EXTRA = 4;
  private static final int HAS_NAME = 8;
  private static final int HAS_COMMENT = 16;

  private GzipHeader() {}

  /** Whether the first two bytes are those of a member. */
  static boolean startsIn(byte[] bytes) {
    return (bytes[0] & 255) == 0x1f && (bytes[1] & 255) == 0x8b;
  }

  /**
   * Where the header ends, -1 if more bytes are needed to tell.
   *
   * @param bytes at least two
   */
  public static int endOf(byte[] bytes) throws CompressionException {
    if (!startsIn(bytes)) {
      throw CompressionException.data("incorrect header check");
    }
    if (bytes.length < FIXED_BYTES) {
      return -1;
    }
    if (bytes[2] != 8) {
      throw CompressionException.data("unknown compression method");
    }
    var flags = bytes[FLAGS_AT];
    var at = FIXED_BYTES;
    if ((flags & HAS_EXTRA) != 0) {
      if (bytes.length < at + 2) {
        return -1;
      }
      at += 2 + (bytes[at] & 255) + ((bytes[at + 1] & 255) << 8);
    }
    for (var text : new int[] {HAS_NAME, HAS_COMMENT}) {
      if ((flags & text) != 0) {
        while (at < bytes.length && bytes[at] != 0) {
          at++;
        }
        at++;
      }
    }
    if ((flags & HAS_HEADER_CRC) != 0) {
      at += 2;
    }
    return at <= bytes.length ? at : -1;
  }

  /** An unsigned number of four bytes, the least significant first. */
  public static long number(byte[] bytes, int at) {
    return (bytes[at] & 255L)
        | ((bytes[at + 1] & 255L) << 8)
        | ((bytes[at + 2] & 255L) << 16)
        | ((bytes[at + 3] & 255L) << 24);
  }
}
