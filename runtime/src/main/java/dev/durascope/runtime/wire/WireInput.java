package dev.durascope.runtime.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads the pieces of a serialized value, one method a piece, and refuses what cannot be one;
 * {@link WireTag} has the format.
 *
 * <p>Every length is checked against the bytes that are left before anything is allocated for it.
 * For one value and one thread.
 */
final class WireInput {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] bytes;
  private final int version;
  private int position;

  /** Begins to read a value: its header. */
  WireInput(byte[] bytes) {
    this.bytes = bytes;
    this.version = header();
  }

  private int header() {
    if (bytes.length == 0) {
      throw new WireException(0, "expected a value, found no bytes at all");
    }
    if ((bytes[0] & 0xFF) != WireTag.HEADER) {
      return WireTag.OLDEST_VERSION;
    }
    position = 1;
    int found = varint();
    if (found < WireTag.OLDEST_VERSION || found > WireTag.VERSION) {
      throw new WireException(
          1,
          "expected a version from %d to %d of the format, found %s"
              .formatted(WireTag.OLDEST_VERSION, WireTag.VERSION, Integer.toUnsignedString(found)));
    }
    return found;
  }

  /** Returns the offset of the next byte. */
  int position() {
    return position;
  }

  /** Returns a complaint about the byte at {@code offset}. */
  WireException damaged(int offset, String what) {
    return new WireException(offset, what);
  }

  /** Reads the tag of an item, padding before it skipped. */
  int tag() {
    skipPadding();
    if (position >= bytes.length) {
      throw new WireException(position, "expected a tag, found the end of the bytes");
    }
    return bytes[position++] & 0xFF;
  }

  /** Returns whether this tag comes next, and reads it if so. */
  boolean take(int tag) {
    skipPadding();
    if (position < bytes.length && (bytes[position] & 0xFF) == tag) {
      position++;
      return true;
    }
    return false;
  }

  private void skipPadding() {
    while (position < bytes.length && bytes[position] == WireTag.PADDING) {
      position++;
    }
  }

  /** Reads the byte that says of which kind something is. */
  int code() {
    need(1, "the code of a kind");
    return bytes[position++] & 0xFF;
  }

  /** Reads a number of 32 bits, of which more are dropped, as V8 does. */
  int varint() {
    int value = 0;
    int shift = 0;
    while (true) {
      need(1, "a number");
      byte next = bytes[position++];
      if (shift < Integer.SIZE) {
        value |= (next & 0x7F) << shift;
        shift += 7;
      }
      if (next >= 0) {
        return value;
      }
    }
  }

  /** Reads how many bytes, or items of at least one byte, follow. */
  int length(String of) {
    int start = position;
    int length = varint();
    if (length < 0 || length > bytes.length - position) {
      throw new WireException(
          start,
          "%s of length %s, but only %d bytes are left"
              .formatted(of, Integer.toUnsignedString(length), bytes.length - position));
    }
    return length;
  }

  /** Reads a count and requires it to be {@code expected}. */
  void expectCount(long expected, String of) {
    int start = position;
    long count = Integer.toUnsignedLong(varint());
    if (count != expected) {
      throw new WireException(
          start, "expected %d as the number of %s, found %d".formatted(expected, of, count));
    }
  }

  int integer() {
    int zigzag = varint();
    return (zigzag >>> 1) ^ -(zigzag & 1);
  }

  double real() {
    need(Long.BYTES, "a double");
    double value = Double.longBitsToDouble((long) LONG.get(bytes, position));
    position += Long.BYTES;
    return value;
  }

  BigInteger bits() {
    int start = position;
    int field = varint();
    int size = field >>> 1;
    if (size > bytes.length - position) {
      throw new WireException(
          start,
          "a bigint of %d bytes, but only %d are left".formatted(size, bytes.length - position));
    }
    byte[] bigEndian = new byte[size];
    for (int i = 0; i < size; i++) {
      bigEndian[size - 1 - i] = bytes[position + i];
    }
    position += size;
    BigInteger magnitude = new BigInteger(1, bigEndian);
    return (field & 1) == 0 ? magnitude : magnitude.negate();
  }

  String latin1() {
    int size = length("a string");
    String text = new String(bytes, position, size, StandardCharsets.ISO_8859_1);
    position += size;
    return text;
  }

  String utf8() {
    int size = length("a string");
    String text = new String(bytes, position, size, StandardCharsets.UTF_8);
    position += size;
    return text;
  }

  String utf16() {
    int start = position;
    int size = length("a string");
    if (size % 2 != 0) {
      throw new WireException(start, "a two-byte string of an odd number of bytes, " + size);
    }
    char[] units = new char[size / 2];
    for (int i = 0; i < units.length; i++) {
      units[i] = (char) ((bytes[position] & 0xFF) | ((bytes[position + 1] & 0xFF) << 8));
      position += 2;
    }
    return new String(units);
  }

  /** Reads a string with its tag. */
  String string(String of) {
    int start = position;
    int tag = tag();
    return switch (tag) {
      case WireTag.LATIN1_STRING -> latin1();
      case WireTag.UTF16_STRING -> utf16();
      case WireTag.UTF8_STRING -> utf8();
      default -> throw unexpected(start, of + ", a string", tag);
    };
  }

  byte[] raw(int size) {
    byte[] content = Arrays.copyOfRange(bytes, position, position + size);
    position += size;
    return content;
  }

  /** Reads the bytes of a buffer after its tag. */
  byte[] buffer() {
    return raw(length("an ArrayBuffer"));
  }

  /** What follows the tag of a resizable buffer. */
  record Resizable(byte[] content, int maxLength) {}

  Resizable resizableBuffer() {
    int start = position;
    int size = varint();
    int max = varint();
    if (size < 0 || size > bytes.length - position || max < size || max > WireLimits.MAX_BYTES) {
      throw new WireException(
          start,
          "a resizable ArrayBuffer of length %s and at most %s, with %d bytes left"
              .formatted(
                  Integer.toUnsignedString(size),
                  Integer.toUnsignedString(max),
                  bytes.length - position));
    }
    return new Resizable(raw(size), max);
  }

  /** What follows the tag of a view. */
  record View(ViewKind kind, int offset, int length, ViewFlags flags) {}

  View view(int bufferLength) {
    int start = position;
    int code = code();
    ViewKind kind =
        ViewKind.ofCode(code).orElseThrow(() -> unexpected(start, "the kind of a view", code));
    int offset = varint();
    int length = varint();
    ViewFlags flags =
        version >= WireTag.VERSION_OF_VIEW_FLAGS ? ViewFlags.ofBits(varint()) : ViewFlags.FIXED;
    boolean fits =
        offset >= 0
            && length >= 0
            && offset <= bufferLength - length
            && offset % kind.elementBytes() == 0
            && length % kind.elementBytes() == 0;
    if (!fits) {
      throw new WireException(
          start,
          "%s of %s bytes from %s does not fit its buffer of %d"
              .formatted(
                  kind.className(),
                  Integer.toUnsignedString(length),
                  Integer.toUnsignedString(offset),
                  bufferLength));
    }
    return new View(kind, offset, length, flags);
  }

  RegExpFlags regExpFlags() {
    int start = position;
    int bits = varint();
    if (!RegExpFlags.areKnown(bits)) {
      throw new WireException(start, "unknown flags of a regular expression, " + bits);
    }
    return new RegExpFlags(bits);
  }

  /** Reads the number of an object that began before; {@code begun} objects have. */
  int reference(int begun) {
    int start = position;
    int number = varint();
    if (number < 0 || number >= begun) {
      throw new WireException(
          start,
          "a reference to object %s, but only %d have begun"
              .formatted(Integer.toUnsignedString(number), begun));
    }
    return number;
  }

  /** Requires that nothing is left. */
  void end() {
    if (position != bytes.length) {
      throw new WireException(
          position, "expected the end, found %d more bytes".formatted(bytes.length - position));
    }
  }

  private void need(int size, String what) {
    if (size > bytes.length - position) {
      throw new WireException(position, "expected %s, found the end of the bytes".formatted(what));
    }
  }

  WireException unexpected(int offset, String expected, int found) {
    String sign = found > ' ' && found < 0x7F ? " (" + (char) found + ")" : "";
    return new WireException(
        offset, "expected %s, found the byte %02X%s".formatted(expected, found, sign));
  }
}
