package dev.durascope.runtime.storage.model;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/**
 * A value of which only two things are told apart: a number and a length in bytes, so that a value
 * of many pages is as short in a listing as any other.
 */
record StoredText(int number, int length) {
  /** The bytes: the number's digits as often as they fit. */
  byte[] bytes() {
    var digits = Integer.toString(number).getBytes(US_ASCII);
    var bytes = new byte[length];
    for (var i = 0; i < length; i++) {
      bytes[i] = digits[i % digits.length];
    }
    return bytes;
  }

  /** Tells what these bytes are, in the words of {@link #toString} if they are such a value. */
  static String describe(byte[] bytes) {
    if (bytes.length == 0) {
      return new StoredText(0, 0).toString();
    }
    var digits = new String(bytes, 0, Math.min(bytes.length, 2), US_ASCII);
    for (var end = 1; end <= digits.length(); end++) {
      var text = digits.substring(0, end);
      if (text.chars().allMatch(Character::isDigit)) {
        var value = new StoredText(Integer.parseInt(text), bytes.length);
        if (Arrays.equals(value.bytes(), bytes)) {
          return value.toString();
        }
      }
    }
    return "strange bytes " + Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return length == 0 ? "empty" : number + "*" + length;
  }
}
