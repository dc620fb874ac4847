package dev.durascope.runtime.api.url;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/** Percent-encoding by the sets of the URL Standard; all else than ASCII is always encoded. */
final class PercentEncoding {
  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  static final BitSet C0_CONTROL = set(new BitSet(), "");
  static final BitSet FRAGMENT = set(C0_CONTROL, " \"<>`");
  static final BitSet QUERY = set(C0_CONTROL, " \"#<>");
  static final BitSet SPECIAL_QUERY = set(QUERY, "'");
  static final BitSet PATH = set(QUERY, "?^`{}");
  static final BitSet USERINFO = set(PATH, "/:;=@[\\]|");

  private PercentEncoding() {}

  private static BitSet set(BitSet base, String more) {
    var result = (BitSet) base.clone();
    result.set(0, 0x20);
    result.set(0x7f);
    more.chars().forEach(result::set);
    return result;
  }

  /** Encodes what is in {@code encodeSet}. */
  static String encode(String text, BitSet encodeSet) {
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c >= 0x80 || encodeSet.get(c)) {
        var result = new StringBuilder(text.length() + 16);
        append(result, text, encodeSet);
        return result.toString();
      }
    }
    return text;
  }

  private static void append(StringBuilder result, String text, BitSet encodeSet) {
    text.codePoints().forEach(codePoint -> append(result, codePoint, encodeSet));
  }

  /** Adds one code point, encoded if it is in {@code encodeSet}. */
  static void append(StringBuilder result, int codePoint, BitSet encodeSet) {
    if (codePoint < 0x80) {
      if (encodeSet.get(codePoint)) {
        appendByte(result, codePoint);
      } else {
        result.append((char) codePoint);
      }
      return;
    }
    var safe = codePoint >= 0xd800 && codePoint <= 0xdfff ? 0xfffd : codePoint;
    for (var b : Character.toString(safe).getBytes(StandardCharsets.UTF_8)) {
      appendByte(result, b & 0xff);
    }
  }

  private static void appendByte(StringBuilder result, int value) {
    result.append('%').append(HEX[value >> 4]).append(HEX[value & 15]);
  }

  /** Decodes percent-encoded bytes, and the whole as UTF-8. */
  static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    var input = text.getBytes(StandardCharsets.UTF_8);
    var output = new ByteArrayOutputStream(input.length);
    for (var i = 0; i < input.length; i++) {
      if (input[i] == '%' && i + 2 < input.length) {
        var high = Character.digit(input[i + 1], 16);
        var low = Character.digit(input[i + 2], 16);
        if (high >= 0 && low >= 0) {
          output.write(high * 16 + low);
          i += 2;
          continue;
        }
      }
      output.write(input[i]);
    }
    return output.toString(StandardCharsets.UTF_8);
  }
}
