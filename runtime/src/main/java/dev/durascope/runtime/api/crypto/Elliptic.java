package dev.durascope.runtime.api.crypto;

import dev.durascope.runtime.script.ScriptError;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.List;
import javax.crypto.KeyAgreement;
import org.jspecify.annotations.Nullable;

/** ECDSA and ECDH on NIST's curves. */
final class Elliptic {
  private static final int COMPRESSED = 2; // and 3, where y is odd
  private static final int UNCOMPRESSED = 4;
  private static final int HYBRID = 6; // and 7, where y is odd

  private Elliptic() {}

  static Operation operation(String name, Input in) {
    return switch (name) {
      case "ec.generate" -> {
        var curve = in.string();
        yield () -> generate(Curve.of(curve));
      }
      case "ec.sign" -> {
        var scheme = in.string();
        var hash = in.string();
        var key = in.handle(AsymmetricKey.class);
        var data = in.bytes();
        yield () -> sign(scheme, hash, key, data);
      }
      case "ec.verify" -> {
        var scheme = in.string();
        var hash = in.string();
        var key = in.handle(AsymmetricKey.class);
        var signature = in.bytes();
        var data = in.bytes();
        yield () -> verify(scheme, hash, key, signature, data);
      }
      case "ec.agree" -> {
        var mine = in.handle(AsymmetricKey.class);
        var theirs = in.handle(AsymmetricKey.class);
        yield () -> agree(mine, theirs);
      }
      case "ec.fromPoint" -> {
        var curve = in.string();
        var bytes = in.bytes();
        yield () -> AsymmetricKey.ofPublic(fromPoint(Curve.of(curve), bytes));
      }
      case "ec.fromNumbers" -> {
        var curve = in.string();
        var point = new ECPoint(Big.of(in.bytes()), Big.of(in.bytes()));
        var secret = in.hasMore() ? Big.of(in.bytes()) : null;
        yield () -> fromNumbers(Curve.of(curve), point, secret);
      }
      case "ec.fromSecret" -> {
        var curve = in.string();
        var secret = Big.of(in.bytes());
        yield () -> fromSecret(Curve.of(curve), secret);
      }
      case "ec.point" -> {
        var key = in.handle(AsymmetricKey.class);
        var form = in.integer();
        yield () -> point(key, form);
      }
      case "ec.numbers" -> {
        var key = in.handle(AsymmetricKey.class);
        yield () -> numbers(key);
      }
      default -> throw CryptoHost.unknown(name);
    };
  }

  private static List<AsymmetricKey> generate(Curve curve) throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(
        new ECGenParameterSpec("secp" + curve.name().substring(2) + "r1"), Randomness.source());
    var pair = generator.generateKeyPair();
    var key = new AsymmetricKey(pair.getPublic(), pair.getPrivate());
    return List.of(key.publicHalf(), key);
  }

  /**
   * The JDK's name for signing a digest; {@code scheme} is how r and s are written: p1363 or der.
   */
  private static Signature signature(String scheme) throws GeneralSecurityException {
    return Signature.getInstance(
        scheme.equals("der") ? "NONEwithECDSA" : "NONEwithECDSAinP1363Format");
  }

  private static byte[] sign(String scheme, String hash, AsymmetricKey key, byte[] data)
      throws GeneralSecurityException {
    var signature = signature(scheme);
    signature.initSign(key.secret(), Randomness.source());
    signature.update(MessageDigest.getInstance(hash).digest(data));
    return signature.sign();
  }

  private static boolean verify(
      String scheme, String hash, AsymmetricKey key, byte[] signed, byte[] data)
      throws GeneralSecurityException {
    var signature = signature(scheme);
    signature.initVerify(key.publicKey());
    signature.update(MessageDigest.getInstance(hash).digest(data));
    try {
      return signature.verify(signed);
    } catch (SignatureException e) {
      return false;
    }
  }

  private static byte[] agree(AsymmetricKey mine, AsymmetricKey theirs)
      throws GeneralSecurityException {
    var agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(mine.secret());
    agreement.doPhase(theirs.publicKey(), true);
    return agreement.generateSecret();
  }

  /** Reads a point in any of X9.62's forms. */
  static PublicKey fromPoint(Curve curve, byte[] bytes) throws GeneralSecurityException {
    var length = curve.bytes();
    var form = bytes.length == 0 ? 0 : bytes[0] & ~1;
    if (bytes.length == 1 + length && form == COMPRESSED) {
      var x = Big.of(Arrays.copyOfRange(bytes, 1, bytes.length));
      var point = curve.decompress(x, (bytes[0] & 1) != 0);
      if (point == null) {
        throw invalidPoint(": Invalid compressed point. Invalid compressed point..");
      }
      return publicKey(curve, point);
    }
    if (bytes.length != 1 + 2 * length || (bytes[0] != UNCOMPRESSED && form != HYBRID)) {
      throw invalidPoint(bytes.length == 0 ? "." : ": Invalid point encoding..");
    }
    var point =
        new ECPoint(
            Big.of(Arrays.copyOfRange(bytes, 1, 1 + length)),
            Big.of(Arrays.copyOfRange(bytes, 1 + length, bytes.length)));
    if (!curve.contains(point)) {
      throw invalidPoint(": Point is not on curve..");
    }
    return publicKey(curve, point);
  }

  private static ScriptError invalidPoint(String reason) {
    return ScriptError.domException("DataError", "Failed to import raw EC key data" + reason);
  }

  private static PublicKey publicKey(Curve curve, ECPoint point) throws GeneralSecurityException {
    return KeyFactory.getInstance("EC")
        .generatePublic(new ECPublicKeySpec(point, curve.parameters()));
  }

  private static AsymmetricKey fromNumbers(Curve curve, ECPoint point, @Nullable BigInteger secret)
      throws GeneralSecurityException {
    if (!curve.contains(point)) {
      throw ScriptError.domException(
          "OperationError",
          "Invalid EC key; public key coordinates \"x\" and \"y\" are invalid: Point is not on"
              + " curve..");
    }
    if (secret == null) {
      return AsymmetricKey.ofPublic(publicKey(curve, point));
    }
    var key = fromSecret(curve, secret);
    if (!key.ec().getW().equals(point)) {
      throw ScriptError.domException("DataError", "Invalid EC key in JSON Web Key.");
    }
    return key;
  }

  /** The key of a private number; its public half is computed. */
  static AsymmetricKey fromSecret(Curve curve, BigInteger secret) throws GeneralSecurityException {
    if (secret.signum() == 0 || secret.compareTo(curve.parameters().getOrder()) >= 0) {
      throw ScriptError.domException(
          "OperationError", "Invalid EC key; private key component \"d\" is invalid.");
    }
    var spec = new ECPrivateKeySpec(secret, curve.parameters());
    return new AsymmetricKey(
        publicKey(curve, curve.publicPoint(secret)),
        KeyFactory.getInstance("EC").generatePrivate(spec));
  }

  /** The public point in the form of X9.62 that the number stands for. */
  static byte[] point(AsymmetricKey key, int form) {
    var length = Curve.of(key.ec()).bytes();
    var point = key.ec().getW();
    var odd = point.getAffineY().testBit(0) ? 1 : 0;
    var bytes = new byte[form == COMPRESSED ? 1 + length : 1 + 2 * length];
    bytes[0] = (byte) (form == UNCOMPRESSED ? form : form | odd);
    System.arraycopy(Big.padded(point.getAffineX(), length), 0, bytes, 1, length);
    if (form != COMPRESSED) {
      System.arraycopy(Big.padded(point.getAffineY(), length), 0, bytes, 1 + length, length);
    }
    return bytes;
  }

  static byte[] uncompressed(AsymmetricKey key) {
    return point(key, UNCOMPRESSED);
  }

  /** x and y, and a private key's d, each as long as a coordinate. */
  private static List<byte[]> numbers(AsymmetricKey key) throws GeneralSecurityException {
    var length = Curve.of(key.ec()).bytes();
    var x = Big.padded(key.ec().getW().getAffineX(), length);
    var y = Big.padded(key.ec().getW().getAffineY(), length);
    return key.isPrivate() ? List.of(x, y, secretNumber(key)) : List.of(x, y);
  }

  static byte[] secretNumber(AsymmetricKey key) throws GeneralSecurityException {
    return Big.padded(((ECPrivateKey) key.secret()).getS(), Curve.of(key.ec()).bytes());
  }
}
