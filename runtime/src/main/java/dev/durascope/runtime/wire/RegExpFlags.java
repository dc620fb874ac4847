package dev.durascope.runtime.wire;

/**
 * The flags of a regular expression, as V8 numbers them.
 *
 * @param bits the sum of the flags' bits
 */
public record RegExpFlags(int bits) {

  /** The flag of bit 0 first. {@code l}, for a linear run time, is V8's own. */
  private static final String LETTERS = "gimyusldv";

  public RegExpFlags {
    if (bits < 0 || bits >= 1 << LETTERS.length()) {
      throw new IllegalArgumentException("unknown flags of a regular expression: " + bits);
    }
  }

  /** Reads flags as JavaScript writes them, in any order. */
  public static RegExpFlags of(String letters) {
    int bits = 0;
    for (int i = 0; i < letters.length(); i++) {
      int bit = LETTERS.indexOf(letters.charAt(i));
      if (bit < 0) {
        throw new IllegalArgumentException("unknown flag of a regular expression: " + letters);
      }
      bits |= 1 << bit;
    }
    return new RegExpFlags(bits);
  }

  static boolean areKnown(int bits) {
    return bits >= 0 && bits < 1 << LETTERS.length();
  }

  /** Returns the flags in the order in which JavaScript shows them. */
  public String letters() {
    var letters = new StringBuilder();
    for (char letter : new char[] {'d', 'g', 'i', 'l', 'm', 's', 'u', 'v', 'y'}) {
      if ((bits & (1 << LETTERS.indexOf(letter))) != 0) {
        letters.append(letter);
      }
    }
    return letters.toString();
  }
}
