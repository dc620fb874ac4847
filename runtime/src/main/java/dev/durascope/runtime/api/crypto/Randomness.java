package dev.durascope.runtime.api.crypto;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Random bytes, random primes, and comparing without a clock to read the answer from. */
final class Randomness {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int DEFAULT_CHECKS = 64; // rounds of Miller and Rabin

  private Randomness() {}

  static Operation operation(String name, Input in) {
    return switch (name) {
      case "random.bytes" -> {
        var length = in.integer();
        yield () -> bytes(length);
      }
      case "random.uuid" -> () -> UUID.randomUUID().toString();
      case "random.equal" -> {
        var a = in.bytes();
        var b = in.bytes();
        yield () -> MessageDigest.isEqual(a, b);
      }
      case "random.prime" -> {
        var bits = in.integer();
        var safe = in.bool();
        var add = in.hasMore() ? unsigned(in.bytes()) : null;
        var rem = in.hasMore() ? unsigned(in.bytes()) : null;
        yield () -> Big.padded(prime(bits, safe, add, rem), (bits + 7) / 8);
      }
      case "random.isPrime" -> {
        var candidate = unsigned(in.bytes());
        var checks = in.integer();
        yield () -> candidate.isProbablePrime(2 * (checks == 0 ? DEFAULT_CHECKS : checks));
      }
      default -> throw CryptoHost.unknown(name);
    };
  }

  static byte[] bytes(int length) {
    var bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  static SecureRandom source() {
    return RANDOM;
  }

  private static BigInteger unsigned(byte[] bytes) {
    return new BigInteger(1, bytes);
  }

  /**
   * A prime of exactly so many bits. With {@code add}, one that leaves {@code rem} (by default 1)
   * when divided by it; a safe one is twice a prime, plus one.
   */
  static BigInteger prime(
      int bits, boolean safe, @Nullable BigInteger add, @Nullable BigInteger rem) {
    for (; ; ) {
      var candidate = add == null ? candidate(bits, safe) : congruent(bits, add, rem, safe);
      var isRight =
          candidate.bitLength() == bits
              && candidate.isProbablePrime(2 * DEFAULT_CHECKS)
              && (!safe || candidate.shiftRight(1).isProbablePrime(2 * DEFAULT_CHECKS));
      if (isRight) {
        return candidate;
      }
    }
  }

  private static BigInteger candidate(int bits, boolean safe) {
    if (!safe) {
      return bits < 2 ? BigInteger.ONE : new BigInteger(bits, 2 * DEFAULT_CHECKS, RANDOM);
    }
    // The half is found first: most candidates fail there, at half the cost.
    return new BigInteger(bits - 1, DEFAULT_CHECKS, RANDOM).shiftLeft(1).setBit(0);
  }

  private static BigInteger congruent(
      int bits, BigInteger add, @Nullable BigInteger rem, boolean safe) {
    var rest = rem != null ? rem : safe ? BigInteger.valueOf(3) : BigInteger.ONE;
    var random = new BigInteger(bits, RANDOM).setBit(bits - 1);
    return random.subtract(random.mod(add)).add(rest);
  }
}
