package dev.durascope.model.modules;

/** Patterns with one {@code *}, as tsconfig's paths and package.json's exports have them. */
final class Wildcard {

  private Wildcard() {}

  static boolean matches(String pattern, String specifier) {
    int star = pattern.indexOf('*');
    return star >= 0
        && specifier.length() >= pattern.length() - 1
        && specifier.startsWith(pattern.substring(0, star))
        && specifier.endsWith(pattern.substring(star + 1));
  }

  /** What the star stands for in a specifier that matches. */
  static String matched(String pattern, String specifier) {
    int star = pattern.indexOf('*');
    return specifier.substring(star, specifier.length() - (pattern.length() - star - 1));
  }

  /** The length of what precedes the star: the longer, the better the match. */
  static int prefix(String pattern) {
    return pattern.indexOf('*');
  }
}
