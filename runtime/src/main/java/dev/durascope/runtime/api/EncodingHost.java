package dev.durascope.runtime.api;

import dev.durascope.runtime.script.HostGroup;
import dev.durascope.runtime.script.ScriptError;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code host.encoding}: the text encodings that the engine's own TextDecoder lacks. */
final class EncodingHost {
  /** The Encoding Standard's name of a label, where it is not the label in lower case. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("utf8", "utf-8"),
          Map.entry("unicode-1-1-utf-8", "utf-8"),
          Map.entry("utf-16", "utf-16le"),
          Map.entry("ucs-2", "utf-16le"),
          Map.entry("ascii", "windows-1252"),
          Map.entry("us-ascii", "windows-1252"),
          Map.entry("latin1", "windows-1252"),
          Map.entry("l1", "windows-1252"),
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("iso8859-1", "windows-1252"),
          Map.entry("cp1252", "windows-1252"),
          Map.entry("x-cp1252", "windows-1252"),
          Map.entry("iso-8859-9", "windows-1254"),
          Map.entry("sjis", "shift_jis"),
          Map.entry("shift-jis", "shift_jis"),
          Map.entry("x-sjis", "shift_jis"),
          Map.entry("windows-31j", "shift_jis"),
          Map.entry("gb2312", "gbk"),
          Map.entry("big5-hkscs", "big5"),
          Map.entry("ks_c_5601-1987", "euc-kr"),
          Map.entry("koi8", "koi8-r"));

  /** Java's name of an encoding, where it has another one or a closer match. */
  private static final Map<String, String> CHARSETS =
      Map.of(
          "shift_jis", "windows-31j",
          "euc-kr", "x-windows-949",
          "gbk", "gb18030",
          "big5", "Big5-HKSCS",
          "macintosh", "x-MacRoman");

  /** What browsers know beside UTF; Java knows more, which the platform does not. */
  private static final String KNOWN =
      "utf-8|utf-16le|utf-16be|ibm866|iso-8859-([2-8]|1[0-6])|koi8-[ru]|macintosh|windows-874"
          + "|windows-125[0-8]|x-mac-cyrillic|gbk|gb18030|big5|euc-jp|iso-2022-jp|shift_jis|euc-kr";

  private EncodingHost() {}

  static HostGroup group() {
    return new HostGroup("encoding")
        .function("name", arguments -> name(arguments.string(0)))
        .function("decoder", arguments -> decoder(arguments.string(0), arguments.bool(1)))
        .function(
            "decode",
            arguments ->
                arguments
                    .handle(0, Decoder.class)
                    .decode(Buffers.slice(arguments, 1), arguments.bool(4)));
  }

  private static @Nullable String name(String label) {
    var name = NAMES.getOrDefault(label, label);
    return name.matches(KNOWN) ? name : null;
  }

  private static Decoder decoder(String name, boolean isFatal) {
    var charset = CHARSETS.getOrDefault(name, name);
    if (!Charset.isSupported(charset)) {
      throw ScriptError.rangeError(
          "The encoding \"" + name + "\" is not available in this version of Durascope");
    }
    var action = isFatal ? CodingErrorAction.REPORT : CodingErrorAction.REPLACE;
    return new Decoder(
        Charset.forName(charset)
            .newDecoder()
            .onMalformedInput(action)
            .onUnmappableCharacter(action));
  }

  /** A decoder and the bytes of a character whose rest is still to come. */
  private static final class Decoder {
    private final CharsetDecoder decoder;
    private byte[] rest = {};

    Decoder(CharsetDecoder decoder) {
      this.decoder = decoder;
    }

    String decode(byte[] bytes, boolean hasMore) {
      var input = ByteBuffer.allocate(rest.length + bytes.length).put(rest).put(bytes).flip();
      var output = CharBuffer.allocate((int) (input.remaining() * decoder.maxCharsPerByte()) + 8);
      var result = decoder.decode(input, output, !hasMore);
      if (result.isError()) {
        decoder.reset();
        throw ScriptError.typeError("Failed to decode input.");
      }
      rest = new byte[input.remaining()];
      input.get(rest);
      if (!hasMore) {
        var _ = decoder.flush(output);
        decoder.reset();
        rest = new byte[0];
      }
      return output.flip().toString();
    }
  }
}
