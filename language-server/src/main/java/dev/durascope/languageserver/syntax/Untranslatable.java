package dev.durascope.languageserver.syntax;

/** The other syntax has no such value: a date in JSON, a null in TOML. */
final class Untranslatable extends RuntimeException {

  private static final long serialVersionUID = 1;

  Untranslatable() {
    super("no value of the other syntax", null, false, false);
  }
}
