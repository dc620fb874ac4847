package dev.durascope.runtime.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes the pieces of a serialized value, one method a piece; {@link WireTag} has the format.
 *
 * <p>Knows bytes only: that pieces follow each other in a sensible order is the caller's duty. For
 * one value and one thread.
 */
final class WireOutput {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int FIRST_CAPACITY = 128;
  private static final int MAX_VARINT = 5;
  private static final int LATIN1_END = 0x100;

  private byte[] bytes = new byte[FIRST_CAPACITY];
  private int length;

  /** Begins a value: the header. */
  WireOutput() {
    tag(WireTag.HEADER);
    varint(WireTag.VERSION);
  }

  /** Returns what was written. */
  byte[] toByteArray() {
    return Arrays.copyOf(bytes, length);
  }

  /** Writes {@code undefined}. */
  void undefined() {
    tag(WireTag.UNDEFINED);
  }

  /** Writes {@code null}. */
  void nil() {
    tag(WireTag.NULL);
  }

  /** Writes a hole in a dense array. */
  void hole() {
    tag(WireTag.HOLE);
  }

  /** Writes a boolean. */
  void bool(boolean value) {
    tag(value ? WireTag.TRUE : WireTag.FALSE);
  }

  /** Writes an integer as such, whatever its size. */
  void integer(int value) {
    tag(WireTag.INT);
    varint((value << 1) ^ (value >> 31));
  }

  /** Writes a double as such, be it an integer or not. */
  void real(double value) {
    tag(WireTag.DOUBLE);
    raw(value);
  }

  /** Writes a number in the form that V8 chooses for it. */
  void number(double value) {
    int integer = (int) value;
    boolean small =
        integer == value
            && integer >= WireTag.MIN_INT
            && integer <= WireTag.MAX_INT
            && (integer != 0 || Double.doubleToRawLongBits(value) == 0);
    if (small) {
      integer(integer);
    } else {
      real(value);
    }
  }

  /** Writes a bigint. */
  void bigInt(BigInteger value) {
    tag(WireTag.BIG_INT);
    bits(value);
  }

  /** Writes a string. */
  void string(String text) {
    int units = text.length();
    if (isLatin1(text)) {
      tag(WireTag.LATIN1_STRING);
      varint(units);
      reserve(units);
      System.arraycopy(text.getBytes(StandardCharsets.ISO_8859_1), 0, bytes, length, units);
      length += units;
      return;
    }
    int size = Math.multiplyExact(units, 2);
    if (((length + 1 + varintSize(size)) & 1) != 0) {
      tag(WireTag.PADDING);
    }
    tag(WireTag.UTF16_STRING);
    varint(size);
    reserve(size);
    for (int i = 0; i < units; i++) {
      char unit = text.charAt(i);
      bytes[length++] = (byte) unit;
      bytes[length++] = (byte) (unit >> 8);
    }
  }

  /**
   * Writes the name of a property: a number if it is an array index, else a string. In the format
   * {@code "1"} and {@code 1} are different names.
   */
  void name(String name) {
    long index = indexOf(name);
    if (index >= 0) {
      number((double) index);
    } else {
      string(name);
    }
  }

  /** Returns the array index that {@code name} is the usual text of, or -1. */
  static long indexOf(String name) {
    int digits = name.length();
    if (digits == 0 || digits > 10 || (digits > 1 && name.charAt(0) == '0')) {
      return -1;
    }
    long index = 0;
    for (int i = 0; i < digits; i++) {
      int digit = name.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      index = index * 10 + digit;
    }
    return index <= WireTag.MAX_INDEX ? index : -1;
  }

  /** Refers to the object with this number. */
  void reference(int number) {
    tag(WireTag.REFERENCE);
    varint(number);
  }

  /** Begins an object; entries follow, each a name and a value. */
  void beginObject() {
    tag(WireTag.OBJECT);
  }

  /** Ends an object of so many entries. */
  void endObject(int entries) {
    tag(WireTag.OBJECT_END);
    varint(entries);
  }

  /** Begins an array; so many elements follow, then entries for its other properties. */
  void beginDenseArray(int elements) {
    tag(WireTag.DENSE_ARRAY);
    varint(elements);
  }

  /** Ends a dense array. */
  void endDenseArray(int entries, int elements) {
    tag(WireTag.DENSE_ARRAY_END);
    varint(entries);
    varint(elements);
  }

  /** Begins an array with holes; entries follow for elements and other properties. */
  void beginSparseArray(long size) {
    tag(WireTag.SPARSE_ARRAY);
    varint((int) size);
  }

  /** Ends a sparse array. */
  void endSparseArray(int entries, long size) {
    tag(WireTag.SPARSE_ARRAY_END);
    varint(entries);
    varint((int) size);
  }

  /** Begins a Map; keys and values follow in turn. */
  void beginMap() {
    tag(WireTag.MAP);
  }

  /** Ends a Map of so many entries. */
  void endMap(int entries) {
    tag(WireTag.MAP_END);
    varint(Math.multiplyExact(entries, 2));
  }

  /** Begins a Set; values follow. */
  void beginSet() {
    tag(WireTag.SET);
  }

  /** Ends a Set of so many values. */
  void endSet(int values) {
    tag(WireTag.SET_END);
    varint(values);
  }

  /** Writes a Date, which is invalid if NaN. */
  void date(double epochMillis) {
    tag(WireTag.DATE);
    raw(epochMillis);
  }

  /** Writes a RegExp. */
  void regExp(String source, RegExpFlags flags) {
    tag(WireTag.REG_EXP);
    string(source);
    varint(flags.bits());
  }

  /** Writes a Boolean object. */
  void boxedBool(boolean value) {
    tag(value ? WireTag.TRUE_OBJECT : WireTag.FALSE_OBJECT);
  }

  /** Writes a Number object. */
  void boxedNumber(double value) {
    tag(WireTag.NUMBER_OBJECT);
    raw(value);
  }

  /** Writes a BigInt object. */
  void boxedBigInt(BigInteger value) {
    tag(WireTag.BIG_INT_OBJECT);
    bits(value);
  }

  /** Writes a String object. */
  void boxedString(String text) {
    tag(WireTag.STRING_OBJECT);
    string(text);
  }

  /** Writes an ArrayBuffer of fixed length. */
  void buffer(byte[] content) {
    tag(WireTag.BUFFER);
    varint(content.length);
    raw(content);
  }

  /** Writes an ArrayBuffer that may grow. */
  void resizableBuffer(byte[] content, int maxLength) {
    tag(WireTag.RESIZABLE_BUFFER);
    varint(content.length);
    varint(maxLength);
    raw(content);
  }

  /** Writes a view; its buffer, or a reference to that, comes right before. */
  void view(ViewKind kind, int offset, int size, ViewFlags flags) {
    tag(WireTag.VIEW);
    tag(kind.code());
    varint(offset);
    varint(size);
    varint(flags.bits());
  }

  /** Begins an Error; its parts follow, then {@link #endError}. */
  void beginError(ErrorKind kind) {
    tag(WireTag.ERROR);
    if (kind.code() != 0) {
      tag(kind.code());
    }
  }

  /** Writes an error's message. */
  void errorMessage(String message) {
    tag(WireTag.ERROR_MESSAGE);
    string(message);
  }

  /** Writes an error's stack trace. */
  void errorStack(String stack) {
    tag(WireTag.ERROR_STACK);
    string(stack);
  }

  /** Begins an error's cause; a value follows. */
  void beginErrorCause() {
    tag(WireTag.ERROR_CAUSE);
  }

  /** Ends an Error. */
  void endError() {
    tag(WireTag.ERROR_END);
  }

  /** Begins an error as a host object; [name], message and properties follow. */
  void beginHostError(HostErrorKind kind) {
    tag(WireTag.HOST_OBJECT);
    varint(WireTag.HOST_ERROR);
    varint(kind.code());
  }

  /** What travels beside the bytes, by its place there. */
  void external(int index) {
    tag(WireTag.HOST_OBJECT);
    varint(WireTag.EXTERNAL);
    varint(index);
  }

  private void bits(BigInteger value) {
    BigInteger magnitude = value.abs();
    int words = (magnitude.bitLength() + Long.SIZE - 1) / Long.SIZE;
    int sign = value.signum() < 0 ? 1 : 0;
    varint(words * Long.BYTES * 2 + sign);
    for (int i = 0; i < words; i++) {
      raw(magnitude.shiftRight(i * Long.SIZE).longValue());
    }
  }

  private void raw(double value) {
    // The canonical NaN: its other bit patterns are not visible to JavaScript.
    raw(Double.doubleToLongBits(value));
  }

  private void raw(long value) {
    reserve(Long.BYTES);
    LONG.set(bytes, length, value);
    length += Long.BYTES;
  }

  private void raw(byte[] content) {
    reserve(content.length);
    System.arraycopy(content, 0, bytes, length, content.length);
    length += content.length;
  }

  private void tag(int code) {
    reserve(1);
    bytes[length++] = (byte) code;
  }

  /** Writes {@code value} as an unsigned number. */
  private void varint(int value) {
    reserve(MAX_VARINT);
    int rest = value;
    while ((rest & ~0x7F) != 0) {
      bytes[length++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[length++] = (byte) rest;
  }

  private static int varintSize(int value) {
    return value == 0 ? 1 : (Integer.SIZE - Integer.numberOfLeadingZeros(value) + 6) / 7;
  }

  private static boolean isLatin1(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= LATIN1_END) {
        return false;
      }
    }
    return true;
  }

  private void reserve(int more) {
    if (more > bytes.length - length) {
      long wanted = (long) length + more;
      if (wanted > WireLimits.MAX_BYTES) {
        throw new IllegalArgumentException(
            "a serialized value may not exceed " + WireLimits.MAX_BYTES + " bytes");
      }
      bytes =
          Arrays.copyOf(
              bytes, (int) Math.min(Math.max(wanted, bytes.length * 2L), WireLimits.MAX_BYTES));
    }
  }
}
