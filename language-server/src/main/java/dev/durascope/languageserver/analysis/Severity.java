package dev.durascope.languageserver.analysis;

import java.util.Locale;

/** How bad it is. */
public enum Severity {
  /** The deployment or the first request would fail. */
  ERROR,
  /** It works, and most likely not as meant. */
  WARNING,
  /** Worth knowing. */
  INFORMATION,
  /**
   * Nothing is wrong, and there is another way to say it. An editor marks it faintly and has no
   * entry for it in its list of problems; the command line says nothing of it.
   */
  HINT;

  /** The word that people read. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
