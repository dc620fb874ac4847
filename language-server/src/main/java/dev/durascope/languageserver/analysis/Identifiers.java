package dev.durascope.languageserver.analysis;

import java.util.regex.Pattern;

/** What can be a name in JavaScript, as wrangler sees it: in ASCII. */
public final class Identifiers {

  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");

  private Identifiers() {}

  /** Whether a class, or anything else, can be declared by this name. */
  public static boolean isIdentifier(String name) {
    return IDENTIFIER.matcher(name).matches();
  }
}
