package dev.durascope.runtime.html;

/**
 * A selector, a name or a document that the rewriter cannot take; the message is the platform's.
 */
public final class HtmlException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  HtmlException(String message) {
    super("Parser error: " + message);
  }
}
