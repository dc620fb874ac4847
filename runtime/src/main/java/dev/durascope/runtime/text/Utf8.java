package dev.durascope.runtime.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Where UTF-16 (strings of Java and JavaScript) meets UTF-8 (keys in SQLite, the hashes of ids).
 *
 * <p>JavaScript strings may hold <em>lone surrogates</em>, which have no UTF-8 form. Java would
 * write {@code ?} for each, so that two different keys became one. workerd writes the three bytes
 * that the UTF-8 scheme would give the surrogate's number (the generalisation known as WTF-8), and
 * so does this class: encoding loses nothing, and text without lone surrogates is plain UTF-8.
 *
 * <p>The order of the bytes, unsigned, is the order of the code points; it differs from {@link
 * String#compareTo}, which puts U+1F600 before U+FF5E.
 */
public final class Utf8 {

  private static final char REPLACEMENT = '\uFFFD';

  /** The most that a UTF-16 unit becomes; a pair of them becomes four. */
  public static final int MAX_BYTES_PER_UNIT = 3;

  private Utf8() {}

  /** Returns the bytes of {@code text}; {@link #decode} gives the same text back. */
  public static byte[] encode(String text) {
    return hasLoneSurrogate(text)
        ? encodeLoneSurrogates(text)
        : text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Returns the text of {@code bytes}, with U+FFFD where they are damaged beyond lone surrogates.
   */
  public static String decode(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.indexOf(REPLACEMENT) < 0 ? text : decodeLoneSurrogates(bytes);
  }

  private static boolean hasLoneSurrogate(String text) {
    int i = 0;
    while (i < text.length()) {
      int codePoint = text.codePointAt(i);
      if (isSurrogate(codePoint)) {
        return true;
      }
      i += Character.charCount(codePoint);
    }
    return false;
  }

  private static byte[] encodeLoneSurrogates(String text) {
    byte[] bytes = new byte[text.length() * MAX_BYTES_PER_UNIT];
    int length = 0;
    int i = 0;
    while (i < text.length()) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      byte[] encoded =
          isSurrogate(codePoint)
              ? surrogateBytes(codePoint)
              : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
      System.arraycopy(encoded, 0, bytes, length, encoded.length);
      length += encoded.length;
    }
    return Arrays.copyOf(bytes, length);
  }

  private static byte[] surrogateBytes(int unit) {
    return new byte[] {
      (byte) (0xE0 | (unit >> 12)),
      (byte) (0x80 | ((unit >> 6) & 0x3F)),
      (byte) (0x80 | (unit & 0x3F))
    };
  }

  /** Decodes the stretches between encoded surrogates as UTF-8 and the surrogates by hand. */
  private static String decodeLoneSurrogates(byte[] bytes) {
    var text = new StringBuilder(bytes.length);
    int plain = 0;
    int i = 0;
    while (i < bytes.length) {
      if (isSurrogateAt(bytes, i)) {
        text.append(new String(bytes, plain, i - plain, StandardCharsets.UTF_8));
        text.append((char) (0xD000 | ((bytes[i + 1] & 0x3F) << 6) | (bytes[i + 2] & 0x3F)));
        i += 3;
        plain = i;
      } else {
        i++;
      }
    }
    return text.append(new String(bytes, plain, bytes.length - plain, StandardCharsets.UTF_8))
        .toString();
  }

  /** Whether the three bytes at {@code i} are ED A0..BF 80..BF: a number in D800..DFFF. */
  private static boolean isSurrogateAt(byte[] bytes, int i) {
    return i + 2 < bytes.length
        && bytes[i] == (byte) 0xED
        && (bytes[i + 1] & 0xE0) == 0xA0
        && (bytes[i + 2] & 0xC0) == 0x80;
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
