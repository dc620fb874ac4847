package dev.durascope.runtime.bundle.esbuild;

/**
 * The esbuild service said something that the protocol does not allow, or went away in the middle
 * of a sentence.
 *
 * <p>Never the user's fault: a mistake in the user's code is a message of a build that ended well
 * as far as the protocol goes.
 */
public final class ProtocolException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ProtocolException(String message) {
    super("esbuild: " + message);
  }

  public ProtocolException(String message, Throwable cause) {
    super("esbuild: " + message, cause);
  }
}
