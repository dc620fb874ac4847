package dev.durascope.runtime.api.crypto;

import java.math.BigInteger;
import java.util.Arrays;

/** Unsigned big-endian numbers, as keys are written. */
final class Big {
  private Big() {}

  static BigInteger of(byte[] bytes) {
    return new BigInteger(1, bytes);
  }

  /** The number in as few bytes as it takes; zero takes none. */
  static byte[] minimal(BigInteger number) {
    return padded(number, (number.bitLength() + 7) / 8);
  }

  /** The number in exactly {@code length} bytes, which must be enough. */
  static byte[] padded(BigInteger number, int length) {
    var signed = number.toByteArray();
    var excess = signed.length - length;
    if (excess >= 0) {
      return Arrays.copyOfRange(signed, excess, signed.length);
    }
    var padded = new byte[length];
    System.arraycopy(signed, 0, padded, -excess, signed.length);
    return padded;
  }
}
