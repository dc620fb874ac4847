package dev.durascope.runtime.api.crypto;

import dev.durascope.runtime.script.ScriptError;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.IllegalBlockSizeException;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/** RSA: signatures by PKCS #1 1.5 and PSS, encryption by OAEP and the older paddings. */
final class Rsa {
  private static final int PUBLIC_NUMBERS = 2;

  private Rsa() {}

  static Operation operation(String name, Input in) {
    return switch (name) {
      case "rsa.generate" -> {
        var bits = in.integer();
        var exponent = Big.of(in.bytes());
        yield () -> generate(bits, exponent);
      }
      case "rsa.sign" -> {
        var scheme = Scheme.read(in);
        var key = in.handle(AsymmetricKey.class);
        var data = in.bytes();
        yield () -> scheme.sign(key, data);
      }
      case "rsa.verify" -> {
        var scheme = Scheme.read(in);
        var key = in.handle(AsymmetricKey.class);
        var signature = in.bytes();
        var data = in.bytes();
        yield () -> scheme.verify(key, signature, data);
      }
      case "rsa.oaep" -> {
        var encrypt = in.bool();
        var hash = in.string();
        var label = in.bytes();
        var key = in.handle(AsymmetricKey.class);
        var data = in.bytes();
        yield () -> oaep(encrypt, hash, label, key, data);
      }
      case "rsa.cipher" -> {
        var encrypt = in.bool();
        var padding = in.string();
        var byPrivate = in.bool();
        var key = in.handle(AsymmetricKey.class);
        var data = in.bytes();
        yield () -> cipher(encrypt, padding, byPrivate ? key.secret() : key.publicKey(), data);
      }
      case "rsa.raw" -> {
        var key = in.handle(AsymmetricKey.class);
        var data = Big.of(in.bytes());
        yield () -> raw(key, data);
      }
      case "rsa.isBelowModulus" -> {
        var key = in.handle(AsymmetricKey.class);
        var data = Big.of(in.bytes());
        yield () -> data.compareTo(key.rsa().getModulus()) < 0;
      }
      case "rsa.fromNumbers" -> {
        var numbers = new ArrayList<BigInteger>();
        while (in.hasMore()) {
          numbers.add(Big.of(in.bytes()));
        }
        yield () -> fromNumbers(numbers);
      }
      case "rsa.numbers" -> {
        var key = in.handle(AsymmetricKey.class);
        yield () -> numbers(key).stream().map(Big::minimal).toList();
      }
      case "rsa.bits" -> {
        var key = in.handle(AsymmetricKey.class);
        yield () -> key.rsa().getModulus().bitLength();
      }
      default -> throw CryptoHost.unknown(name);
    };
  }

  private static List<AsymmetricKey> generate(int bits, BigInteger exponent)
      throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(new RSAKeyGenParameterSpec(bits, exponent), Randomness.source());
    var pair = generator.generateKeyPair();
    var key = new AsymmetricKey(pair.getPublic(), pair.getPrivate());
    return List.of(key.publicHalf(), key);
  }

  /** A scheme of signatures: its hash, and for PSS the length of the salt, else a negative one. */
  private record Scheme(String hash, int saltLength) {
    static Scheme read(Input in) {
      return new Scheme(in.string(), in.integer());
    }

    private Signature signature() throws GeneralSecurityException {
      if (saltLength < 0) {
        return Signature.getInstance(hash.replace("-", "") + "withRSA");
      }
      var signature = Signature.getInstance("RSASSA-PSS");
      signature.setParameter(
          new PSSParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), saltLength, 1));
      return signature;
    }

    byte[] sign(AsymmetricKey key, byte[] data) throws GeneralSecurityException {
      var signature = signature();
      signature.initSign(key.secret(), Randomness.source());
      signature.update(data);
      return signature.sign();
    }

    boolean verify(AsymmetricKey key, byte[] signed, byte[] data) throws GeneralSecurityException {
      var signature = signature();
      signature.initVerify(key.publicKey());
      signature.update(data);
      try {
        return signature.verify(signed);
      } catch (SignatureException e) {
        return false;
      }
    }
  }

  private static byte[] oaep(
      boolean encrypt, String hash, byte[] label, AsymmetricKey key, byte[] data)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
    cipher.init(
        encrypt ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE,
        encrypt ? key.publicKey() : key.secret(),
        new OAEPParameterSpec(
            hash, "MGF1", new MGF1ParameterSpec(hash), new PSource.PSpecified(label)));
    try {
      return cipher.doFinal(data);
    } catch (BadPaddingException | IllegalBlockSizeException e) {
      throw ScriptError.domException("OperationError", "RSA-OAEP failed encrypt/decrypt.");
    }
  }

  /** The paddings of {@code node:crypto}: PKCS1Padding, NoPadding. */
  private static byte[] cipher(boolean encrypt, String padding, Key key, byte[] data)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance("RSA/ECB/" + padding);
    cipher.init(encrypt ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE, key, Randomness.source());
    return cipher.doFinal(data);
  }

  /** The private operation without padding, for blind signatures. */
  private static byte[] raw(AsymmetricKey key, BigInteger data) throws GeneralSecurityException {
    var secret = key.rsaSecret();
    var length = (secret.getModulus().bitLength() + 7) / 8;
    return Big.padded(data.modPow(secret.getPrivateExponent(), secret.getModulus()), length);
  }

  /** n, e, and for private keys d, p, q, dp, dq, qi. */
  static List<BigInteger> numbers(AsymmetricKey key) throws GeneralSecurityException {
    if (!key.isPrivate()) {
      return List.of(key.rsa().getModulus(), key.rsa().getPublicExponent());
    }
    var secret = key.rsaSecret();
    return List.of(
        secret.getModulus(),
        secret.getPublicExponent(),
        secret.getPrivateExponent(),
        secret.getPrimeP(),
        secret.getPrimeQ(),
        secret.getPrimeExponentP(),
        secret.getPrimeExponentQ(),
        secret.getCrtCoefficient());
  }

  /** The key of {@link #numbers}; of a private key those after d may be missing. */
  static AsymmetricKey fromNumbers(List<BigInteger> numbers) throws GeneralSecurityException {
    var factory = KeyFactory.getInstance("RSA");
    var n = numbers.get(0);
    var e = numbers.get(1);
    var publicKey = factory.generatePublic(new RSAPublicKeySpec(n, e));
    if (numbers.size() == PUBLIC_NUMBERS) {
      return AsymmetricKey.ofPublic(publicKey);
    }
    var d = numbers.get(PUBLIC_NUMBERS);
    var factors =
        numbers.size() > PUBLIC_NUMBERS + 1
            ? numbers.subList(PUBLIC_NUMBERS + 1, numbers.size())
            : factors(n, e, d);
    var spec =
        new RSAPrivateCrtKeySpec(
            n,
            e,
            d,
            factors.get(0),
            factors.get(1),
            factors.get(2),
            factors.get(3),
            factors.get(4));
    return new AsymmetricKey(publicKey, factory.generatePrivate(spec));
  }

  /**
   * p, q, dp, dq and qi. As ed - 1 is a multiple of the group's order, a power by an odd part of
   * it, squared on, becomes 1 by way of a root of 1 that is not -1, and that shares a prime with n.
   */
  private static List<BigInteger> factors(BigInteger n, BigInteger e, BigInteger d)
      throws GeneralSecurityException {
    var one = BigInteger.ONE;
    var order = e.multiply(d).subtract(one);
    var twos = order.getLowestSetBit();
    for (int base = 2; base < 100 && order.signum() > 0; base++) {
      var root = BigInteger.valueOf(base).modPow(order.shiftRight(twos), n);
      for (int i = 0; i < twos; i++) {
        var square = root.multiply(root).mod(n);
        if (square.equals(one) && !root.equals(one) && !root.equals(n.subtract(one))) {
          var factor = root.subtract(one).gcd(n);
          var p = factor.max(n.divide(factor));
          var q = factor.min(n.divide(factor));
          return List.of(p, q, d.mod(p.subtract(one)), d.mod(q.subtract(one)), q.modInverse(p));
        }
        root = square;
      }
    }
    throw new GeneralSecurityException("The numbers are no RSA key");
  }
}
