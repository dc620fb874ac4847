package dev.durascope.languageserver.analysis.rules;

import java.util.regex.Pattern;

/** What can be a name in JavaScript, as wrangler sees it: in ASCII. */
final class Identifiers {

  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");

  private Identifiers() {}

  static boolean isIdentifier(String name) {
    return IDENTIFIER.matcher(name).matches();
  }
}
