package dev.durascope.runtime.html;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** New content in the document's encoding, in which what it lacks is a character reference. */
final class Encoded {
  private Encoded() {}

  static byte[] bytes(String text, Charset charset) {
    if (charset.equals(StandardCharsets.UTF_8)) {
      return text.getBytes(charset);
    }
    var encoder = charset.newEncoder();
    if (encoder.canEncode(text)) {
      return text.getBytes(charset);
    }
    var bytes = new ByteArrayOutputStream();
    text.codePoints()
        .forEach(
            point -> {
              var character = Character.toString(point);
              bytes.writeBytes(
                  (encoder.canEncode(character) ? character : "&#" + point + ";")
                      .getBytes(charset));
            });
    return bytes.toByteArray();
  }

  /** Text as markup. */
  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
