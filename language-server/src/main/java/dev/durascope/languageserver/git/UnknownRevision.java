package dev.durascope.languageserver.git;

/** Somebody named a state that there is not; the message says which, and why not. */
public final class UnknownRevision extends Exception {

  private final String reason;

  UnknownRevision(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** The whole of it in one line, for people. */
  public String reason() {
    return reason;
  }
}
