package dev.durascope.languageserver.check;

/** The user asked for something that is not there. */
final class NotCheckable extends Exception {

  private final String reason;

  NotCheckable(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** In one line, for people. */
  String reason() {
    return reason;
  }
}
