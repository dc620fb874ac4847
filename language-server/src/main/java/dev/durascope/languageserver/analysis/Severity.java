package dev.durascope.languageserver.analysis;

import java.util.Locale;

/** How bad it is. */
public enum Severity {
  /** The deployment or the first request would fail. */
  ERROR,
  /** It works, and most likely not as meant. */
  WARNING,
  /** Worth knowing. */
  INFORMATION;

  /** The word that people read. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
