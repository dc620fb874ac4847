package dev.durascope.runtime.api.zlib;

/** Input that cannot be compressed or is not what it should be; in the library's own words. */
public final class CompressionException extends Exception {
  private static final long serialVersionUID = 1;

  private final String code;

  CompressionException(String code, String message) {
    super(message);
    this.code = code;
  }

  /** Data that is broken. */
  static CompressionException data(String message) {
    return new CompressionException("Z_DATA_ERROR", message);
  }

  /** Data that ends too early. */
  static CompressionException unexpectedEnd() {
    return new CompressionException("Z_BUF_ERROR", "unexpected end of file");
  }

  /** The code that {@code node:zlib} gives the error. */
  public String code() {
    return code;
  }
}
