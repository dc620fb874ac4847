package dev.durascope.runtime.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.util.AsciiString;

/**
 * Header text beyond ASCII. HTTP leaves its encoding open; workerd takes and sends UTF-8, and so do
 * we. Netty's strings hold one byte a character.
 */
final class HeaderText {
  private HeaderText() {}

  /** The text of the bytes that Netty has read. */
  static String decoded(String bytes) {
    return isAscii(bytes) ? bytes : new String(bytes.getBytes(ISO_8859_1), UTF_8);
  }

  /** What Netty is to write for a text. */
  static CharSequence encoded(String text) {
    return isAscii(text) ? text : new AsciiString(text.getBytes(UTF_8), false);
  }

  private static boolean isAscii(String text) {
    for (var i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}
