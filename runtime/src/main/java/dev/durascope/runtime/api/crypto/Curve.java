package dev.durascope.runtime.api.crypto;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import org.jspecify.annotations.Nullable;

/**
 * An elliptic curve of NIST's, y² = x³ + ax + b modulo a prime, with the arithmetic of its points
 * that the JDK keeps to itself.
 *
 * @param oid the object identifier, its content in hexadecimal
 * @param bytes the length of a coordinate
 */
record Curve(String name, String oid, int bytes, ECParameterSpec parameters) {
  private static final BigInteger THREE = BigInteger.valueOf(3);

  static Curve of(String name) throws GeneralSecurityException {
    return switch (name) {
      case "P-256" -> of(name, "2a8648ce3d030107", 32, "secp256r1");
      case "P-384" -> of(name, "2b81040022", 48, "secp384r1");
      case "P-521" -> of(name, "2b81040023", 66, "secp521r1");
      default -> throw new GeneralSecurityException("The curve " + name + " is not supported");
    };
  }

  private static Curve of(String name, String oid, int bytes, String jdkName)
      throws GeneralSecurityException {
    var parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec(jdkName));
    return new Curve(name, oid, bytes, parameters.getParameterSpec(ECParameterSpec.class));
  }

  static Curve of(ECPublicKey key) {
    try {
      return switch (key.getParams().getCurve().getField().getFieldSize()) {
        case 256 -> of("P-256");
        case 384 -> of("P-384");
        default -> of("P-521");
      };
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private BigInteger prime() {
    return ((ECFieldFp) parameters.getCurve().getField()).getP();
  }

  /** x³ + ax + b. */
  private BigInteger right(BigInteger x) {
    var curve = parameters.getCurve();
    return x.modPow(THREE, prime()).add(curve.getA().multiply(x)).add(curve.getB()).mod(prime());
  }

  boolean contains(ECPoint point) {
    var x = point.getAffineX();
    var y = point.getAffineY();
    return x.compareTo(prime()) < 0
        && y.compareTo(prime()) < 0
        && y.multiply(y).mod(prime()).equals(right(x));
  }

  /** The point with this x whose y is odd or even; null if there is none. */
  @Nullable ECPoint decompress(BigInteger x, boolean odd) {
    // All three primes are 3 modulo 4, where a power is the square root.
    var y = right(x).modPow(prime().add(BigInteger.ONE).shiftRight(2), prime());
    if (y.testBit(0) != odd) {
      y = prime().subtract(y);
    }
    var point = new ECPoint(x, y);
    return contains(point) ? point : null;
  }

  /** The public point of a private number. */
  ECPoint publicPoint(BigInteger secret) {
    var sum = ECPoint.POINT_INFINITY;
    for (int bit = secret.bitLength() - 1; bit >= 0; bit--) {
      sum = add(sum, sum);
      if (secret.testBit(bit)) {
        sum = add(sum, parameters.getGenerator());
      }
    }
    return sum;
  }

  private ECPoint add(ECPoint a, ECPoint b) {
    if (a.equals(ECPoint.POINT_INFINITY)) {
      return b;
    }
    if (b.equals(ECPoint.POINT_INFINITY)) {
      return a;
    }
    var p = prime();
    var slope =
        a.equals(b)
            ? a.getAffineX()
                .pow(2)
                .multiply(THREE)
                .add(parameters.getCurve().getA())
                .multiply(a.getAffineY().shiftLeft(1).modInverse(p))
            : b.getAffineY()
                .subtract(a.getAffineY())
                .multiply(b.getAffineX().subtract(a.getAffineX()).modInverse(p));
    var x = slope.pow(2).subtract(a.getAffineX()).subtract(b.getAffineX()).mod(p);
    var y = slope.multiply(a.getAffineX().subtract(x)).subtract(a.getAffineY()).mod(p);
    return new ECPoint(x, y);
  }
}
