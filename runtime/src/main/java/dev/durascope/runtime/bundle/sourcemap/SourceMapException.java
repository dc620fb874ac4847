package dev.durascope.runtime.bundle.sourcemap;

/** The JSON is no source map that we can read; the message says why. */
public final class SourceMapException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SourceMapException(String message) {
    super("source map: " + message);
  }

  SourceMapException(String message, Throwable cause) {
    super("source map: " + message, cause);
  }
}
