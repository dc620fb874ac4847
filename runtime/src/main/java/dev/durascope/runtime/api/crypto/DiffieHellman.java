package dev.durascope.runtime.api.crypto;

import java.math.BigInteger;

/**
 * Diffie and Hellman's agreement modulo a prime, with numbers as {@code node:crypto} passes them;
 * the prelude keeps whose numbers are whose.
 */
final class DiffieHellman {
  private static final int NOT_PRIME = 1;
  private static final int NOT_SAFE_PRIME = 2;
  private static final int UNCHECKED_GENERATOR = 4;
  private static final int UNSUITABLE_GENERATOR = 8;
  private static final int CERTAINTY = 100;

  private DiffieHellman() {}

  static Operation operation(String name, Input in) {
    return switch (name) {
      case "dh.group" -> {
        var bits = in.integer();
        yield () -> Big.minimal(group(bits));
      }
      case "dh.prime" -> {
        var bits = in.integer();
        var generator = in.integer();
        yield () -> Big.minimal(prime(bits, generator));
      }
      case "dh.secret" -> {
        var prime = Big.of(in.bytes());
        yield () -> Big.minimal(secret(prime));
      }
      case "dh.power" -> {
        var base = Big.of(in.bytes());
        var exponent = Big.of(in.bytes());
        var prime = Big.of(in.bytes());
        yield () -> Big.padded(base.modPow(exponent, prime), (prime.bitLength() + 7) / 8);
      }
      case "dh.check" -> {
        var prime = Big.of(in.bytes());
        var generator = Big.of(in.bytes());
        yield () -> check(prime, generator);
      }
      default -> throw CryptoHost.unknown(name);
    };
  }

  /** A number below the prime, and neither 0 nor 1. */
  private static BigInteger secret(BigInteger prime) {
    var two = BigInteger.TWO;
    return new BigInteger(prime.bitLength() + 64, Randomness.source())
        .mod(prime.subtract(two))
        .add(two);
  }

  /** A safe prime, with the remainders that BoringSSL chooses for its two usual generators. */
  private static BigInteger prime(int bits, int generator) {
    return switch (generator) {
      case 2 -> Randomness.prime(bits, true, BigInteger.valueOf(24), BigInteger.valueOf(23));
      case 5 -> Randomness.prime(bits, true, BigInteger.valueOf(60), BigInteger.valueOf(59));
      default -> Randomness.prime(bits, true, null, null);
    };
  }

  /** The faults of a prime and generator, as OpenSSL's DH_check counts them. */
  private static int check(BigInteger prime, BigInteger generator) {
    var faults = generatorFaults(prime, generator);
    if (!prime.isProbablePrime(CERTAINTY)) {
      return faults | NOT_PRIME;
    }
    return prime.shiftRight(1).isProbablePrime(CERTAINTY) ? faults : faults | NOT_SAFE_PRIME;
  }

  private static int generatorFaults(BigInteger prime, BigInteger generator) {
    if (generator.equals(BigInteger.TWO)) {
      return prime.mod(BigInteger.valueOf(24)).intValue() == 11 ? 0 : UNSUITABLE_GENERATOR;
    }
    if (generator.equals(BigInteger.valueOf(5))) {
      var rest = prime.mod(BigInteger.TEN).intValue();
      return rest == 3 || rest == 7 ? 0 : UNSUITABLE_GENERATOR;
    }
    return UNCHECKED_GENERATOR;
  }

  /**
   * A prime of RFC 3526, which gives them as a formula: all ones at both ends, the digits of pi
   * between, and the first number added that makes it a safe prime.
   */
  private static BigInteger group(int bits) {
    var added =
        switch (bits) {
          case 2048 -> 124476;
          case 3072 -> 1690314;
          case 4096 -> 240904;
          case 6144 -> 929484;
          default -> 4743158;
        };
    var one = BigInteger.ONE;
    return one.shiftLeft(bits)
        .subtract(one.shiftLeft(bits - 64))
        .subtract(one)
        .add(pi(bits - 130).add(BigInteger.valueOf(added)).shiftLeft(64));
  }

  /** Pi times two to the power, rounded down, by Machin's formula. */
  private static BigInteger pi(int power) {
    var guard = 64;
    var unit = BigInteger.ONE.shiftLeft(power + guard);
    var quarter = arctan(5, unit).shiftLeft(2).subtract(arctan(239, unit));
    return quarter.shiftLeft(2).shiftRight(guard);
  }

  /** The arc tangent of 1/x, as a multiple of the unit. */
  private static BigInteger arctan(int x, BigInteger unit) {
    var square = BigInteger.valueOf((long) x * x);
    var power = unit.divide(BigInteger.valueOf(x));
    var sum = power;
    for (int n = 3; power.signum() != 0; n += 2) {
      power = power.divide(square).negate();
      sum = sum.add(power.divide(BigInteger.valueOf(n)));
    }
    return sum;
  }
}
