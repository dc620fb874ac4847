package dev.durascope.runtime.api;

import dev.durascope.runtime.script.HostGroup;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * {@code host.nodeBuffer}: what {@code node:buffer} does byte by byte. Text is read as leniently as
 * Node.js reads it: what is no base64 is skipped, and hexadecimal ends where it stops being so.
 */
final class NodeBufferHost {
  private static final byte[] BASE64_VALUES = base64Values();

  private NodeBufferHost() {}

  static HostGroup group() {
    return new HostGroup("nodeBuffer")
        .function("toText", arguments -> toText(Buffers.slice(arguments, 0), arguments.string(3)))
        .function(
            "fromText",
            arguments -> Buffers.toScript(fromText(arguments.string(0), arguments.string(1))))
        .function(
            "compare",
            arguments ->
                Integer.signum(
                    Arrays.compareUnsigned(
                        Buffers.slice(arguments, 0), Buffers.slice(arguments, 3))))
        .function(
            "indexOf",
            arguments ->
                indexOf(
                    Buffers.slice(arguments, 0),
                    Buffers.slice(arguments, 3),
                    arguments.integer(6),
                    arguments.bool(7) ? 1 : -1,
                    arguments.integer(8)));
  }

  private static String toText(byte[] bytes, String encoding) {
    return switch (encoding) {
      case "hex" -> HexFormat.of().formatHex(bytes);
      case "base64" -> Base64.getEncoder().encodeToString(bytes);
      case "base64url" -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      case "ascii" -> {
        for (var i = 0; i < bytes.length; i++) {
          bytes[i] &= 0x7f;
        }
        yield new String(bytes, StandardCharsets.ISO_8859_1);
      }
      case "latin1" -> new String(bytes, StandardCharsets.ISO_8859_1);
      case "utf16le" -> utf16(bytes);
      default -> throw new IllegalArgumentException(encoding);
    };
  }

  /** Half a character at the end is left out, half a surrogate pair is kept. */
  private static String utf16(byte[] bytes) {
    var characters = new char[bytes.length / 2];
    for (var i = 0; i < characters.length; i++) {
      characters[i] = (char) ((bytes[2 * i] & 255) | ((bytes[2 * i + 1] & 255) << 8));
    }
    return new String(characters);
  }

  private static byte[] fromText(String text, String encoding) {
    return switch (encoding) {
      case "hex" -> fromHex(text);
      case "base64", "base64url" -> fromBase64(text);
      case "ascii", "latin1" -> {
        var bytes = new byte[text.length()];
        for (var i = 0; i < bytes.length; i++) {
          bytes[i] = (byte) text.charAt(i);
        }
        yield bytes;
      }
      case "utf16le" -> {
        var bytes = ByteBuffer.allocate(text.length() * 2);
        for (var i = 0; i < text.length(); i++) {
          bytes.put((byte) text.charAt(i)).put((byte) (text.charAt(i) >> 8));
        }
        yield bytes.array();
      }
      default -> throw new IllegalArgumentException(encoding);
    };
  }

  private static byte[] fromHex(String text) {
    var bytes = new byte[text.length() / 2];
    for (var i = 0; i < bytes.length; i++) {
      var high = Character.digit(text.charAt(2 * i), 16);
      var low = Character.digit(text.charAt(2 * i + 1), 16);
      if (high < 0 || low < 0 || text.charAt(2 * i) > 127 || text.charAt(2 * i + 1) > 127) {
        return Arrays.copyOf(bytes, i);
      }
      bytes[i] = (byte) (high << 4 | low);
    }
    return bytes;
  }

  private static byte[] fromBase64(String text) {
    var bytes = new ByteArrayOutputStream(text.length() * 3 / 4);
    var pending = 0;
    var bits = 0;
    for (var i = 0; i < text.length() && text.charAt(i) != '='; i++) {
      var character = text.charAt(i);
      var value = character < BASE64_VALUES.length ? BASE64_VALUES[character] : -1;
      if (value < 0) {
        continue;
      }
      pending = (pending << 6 | value) & 0xffff;
      bits += 6;
      if (bits >= 8) {
        bits -= 8;
        bytes.write(pending >> bits);
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] base64Values() {
    var alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    var values = new byte[128];
    Arrays.fill(values, (byte) -1);
    for (var i = 0; i < alphabet.length(); i++) {
      values[alphabet.charAt(i)] = (byte) i;
    }
    values['+'] = values['-'] = 62;
    values['/'] = values['_'] = 63;
    return values;
  }

  /** Where {@code needle} is, at a multiple of {@code step}; -1 if nowhere. */
  private static int indexOf(byte[] bytes, byte[] needle, int from, int direction, int step) {
    var last = bytes.length - needle.length;
    for (var at = Math.min(from, direction > 0 ? from : last);
        at >= 0 && at <= last;
        at += direction) {
      if (at % step == 0
          && Arrays.equals(bytes, at, at + needle.length, needle, 0, needle.length)) {
        return at;
      }
    }
    return -1;
  }
}
