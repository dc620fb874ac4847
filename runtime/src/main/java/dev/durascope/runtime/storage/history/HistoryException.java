package dev.durascope.runtime.storage.history;

/** A bookmark or a time that a history cannot be taken back to; the message is for the user. */
public final class HistoryException extends RuntimeException {
  private static final long serialVersionUID = 1;

  HistoryException(String message) {
    super(message);
  }
}
