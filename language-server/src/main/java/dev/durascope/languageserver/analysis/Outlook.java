package dev.durascope.languageserver.analysis;

/**
 * Notices whether somebody looks beyond the configuration: at code, other files, other Workers, or
 * at what was committed. All ways there lead through the {@link Subject} and its views, which say
 * it here. Of one thread.
 */
public final class Outlook {

  private boolean taken;

  Outlook() {}

  /** Somebody looks. */
  void take() {
    taken = true;
  }

  /** As if nobody had. */
  void forget() {
    taken = false;
  }

  /** Whether somebody has looked. */
  boolean wasTaken() {
    return taken;
  }
}
