package dev.durascope.runtime.api.crypto;

import dev.durascope.runtime.script.ScriptError;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.cert.CertificateFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Asymmetric keys as bytes: SPKI for public ones, PKCS #8 for private ones, and what was before
 * these, PKCS #1 for RSA and SEC 1 for elliptic curves. They are written as BoringSSL writes them.
 */
final class KeyFormats {
  private static final String RSA_OID = "2a864886f70d010101";
  private static final String EC_OID = "2a8648ce3d0201";
  private static final int FACTORS = 8; // numbers of a private RSA key

  private KeyFormats() {}

  static Operation operation(String name, Input in) {
    return switch (name) {
      case "key.fromSpki" -> {
        var bytes = in.bytes();
        yield () -> whole(bytes, "SPKI", KeyFormats::fromSpki);
      }
      case "key.fromPkcs8" -> {
        var bytes = in.bytes();
        yield () -> whole(bytes, "PKCS8", KeyFormats::fromPrivate);
      }
      case "key.fromPkcs1" -> {
        var bytes = in.bytes();
        yield () -> whole(bytes, "PKCS1", KeyFormats::fromPkcs1Public);
      }
      case "key.fromCertificate" -> {
        var bytes = in.bytes();
        yield () -> fromCertificate(bytes);
      }
      case "key.encrypt" -> {
        var bits = in.integer();
        var bytes = in.bytes();
        var password = in.bytes();
        yield () -> EncryptedKeys.encrypt(bits, bytes, password);
      }
      case "key.decrypt" -> {
        var bytes = in.bytes();
        var password = in.bytes();
        yield () -> EncryptedKeys.decrypt(bytes, password);
      }
      case "key.toBytes" -> {
        var format = in.string();
        var key = in.handle(AsymmetricKey.class);
        yield () -> toBytes(format, key);
      }
      case "key.publicHalf" -> in.handle(AsymmetricKey.class)::publicHalf;
      case "key.kind" -> in.handle(AsymmetricKey.class)::kind;
      case "key.equals" -> {
        var a = in.handle(AsymmetricKey.class);
        var b = in.handle(AsymmetricKey.class);
        yield () -> a.publicKey().equals(b.publicKey());
      }
      default -> throw CryptoHost.unknown(name);
    };
  }

  /** A reader of one format. */
  private interface Format {
    AsymmetricKey read(byte[] bytes) throws GeneralSecurityException;
  }

  /** Reads bytes that must be a key and nothing more. */
  private static AsymmetricKey whole(byte[] bytes, String name, Format format) {
    try {
      var reader = new Der.Reader(bytes);
      reader.sequence();
      var rest = reader.remaining();
      var key = format.read(Arrays.copyOf(bytes, bytes.length - rest));
      if (rest > 0) {
        throw ScriptError.domException(
            "DataError", "Invalid " + rest + " trailing bytes after " + name + " input.");
      }
      return key;
    } catch (GeneralSecurityException e) {
      throw ScriptError.domException("DataError", "Invalid " + name + " input.");
    }
  }

  private static AsymmetricKey fromSpki(byte[] bytes) throws GeneralSecurityException {
    var oid = new Der.Reader(bytes).sequence().sequence().read(Der.OID);
    var factory =
        KeyFactory.getInstance(
            switch (HexFormat.of().formatHex(oid)) {
              case RSA_OID -> "RSA";
              case EC_OID -> "EC";
              case Edwards.ED25519_OID -> "Ed25519";
              case Edwards.X25519_OID -> "X25519";
              default -> throw new InvalidKeySpecException("Unknown algorithm");
            });
    return AsymmetricKey.ofPublic(factory.generatePublic(new X509EncodedKeySpec(bytes)));
  }

  private static AsymmetricKey fromCertificate(byte[] bytes) throws GeneralSecurityException {
    var certificate =
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(bytes));
    return fromSpki(certificate.getPublicKey().getEncoded());
  }

  private static AsymmetricKey fromPkcs1Public(byte[] bytes) throws GeneralSecurityException {
    var reader = new Der.Reader(bytes).sequence();
    return Rsa.fromNumbers(List.of(reader.integer(), reader.integer()));
  }

  /** PKCS #8, PKCS #1 or SEC 1: the second element tells them apart. */
  private static AsymmetricKey fromPrivate(byte[] bytes) throws GeneralSecurityException {
    var reader = new Der.Reader(bytes).sequence();
    var version = reader.integer();
    if (reader.isNext(Der.INTEGER)) {
      return fromPkcs1(reader);
    }
    if (reader.isNext(Der.OCTET_STRING)) {
      return fromSec1(reader, new byte[0]);
    }
    if (version.signum() < 0 || version.compareTo(BigInteger.ONE) > 0) {
      throw new InvalidKeySpecException("Unknown version");
    }
    var algorithm = reader.sequence();
    var oid = HexFormat.of().formatHex(algorithm.read(Der.OID));
    var content = reader.read(Der.OCTET_STRING);
    return switch (oid) {
      case RSA_OID -> {
        var numbers = new Der.Reader(content).sequence();
        numbers.integer();
        yield fromPkcs1(numbers);
      }
      case EC_OID -> {
        var key = new Der.Reader(content).sequence();
        key.integer();
        yield fromSec1(key, algorithm.read(Der.OID));
      }
      case Edwards.ED25519_OID -> ofSecret("Ed25519", content);
      case Edwards.X25519_OID -> ofSecret("X25519", content);
      default -> throw new InvalidKeySpecException("Unknown algorithm");
    };
  }

  private static AsymmetricKey ofSecret(String curve, byte[] content)
      throws GeneralSecurityException {
    return Edwards.ofSecret(curve, new Der.Reader(content).read(Der.OCTET_STRING));
  }

  /** The numbers after the version. */
  private static AsymmetricKey fromPkcs1(Der.Reader reader) throws GeneralSecurityException {
    var numbers = new ArrayList<BigInteger>();
    while (reader.hasMore() && numbers.size() < FACTORS) {
      numbers.add(reader.integer());
    }
    if (numbers.size() != FACTORS) {
      throw new InvalidKeySpecException("An RSA key has eight numbers");
    }
    return Rsa.fromNumbers(numbers);
  }

  /** What follows the version; the curve is within, unless PKCS #8 has said it before. */
  private static AsymmetricKey fromSec1(Der.Reader reader, byte[] knownCurve)
      throws GeneralSecurityException {
    var secret = Big.of(reader.read(Der.OCTET_STRING));
    var oid =
        knownCurve.length == 0
            ? new Der.Reader(reader.read(Der.FIRST_MARKED)).read(Der.OID)
            : knownCurve;
    var hex = HexFormat.of().formatHex(oid);
    for (var name : List.of("P-256", "P-384", "P-521")) {
      var curve = Curve.of(name);
      if (curve.oid().equals(hex)) {
        return Elliptic.fromSecret(curve, secret);
      }
    }
    throw new InvalidKeySpecException("Unknown curve");
  }

  private static byte[] toBytes(String format, AsymmetricKey key) throws GeneralSecurityException {
    return switch (format) {
      case "spki" -> key.publicKey().getEncoded();
      case "pkcs8" ->
          key.publicKey() instanceof ECPublicKey ? ecPkcs8(key) : key.secret().getEncoded();
      case "sec1" -> sec1(key, Der.oid(Curve.of(key.ec()).oid()));
      case "pkcs1" -> pkcs1(key);
      default -> throw new IllegalArgumentException("No format of keys: " + format);
    };
  }

  private static byte[] ecPkcs8(AsymmetricKey key) throws GeneralSecurityException {
    var algorithm = Der.sequence(Der.oid(EC_OID), Der.oid(Curve.of(key.ec()).oid()));
    var content = Der.element(Der.OCTET_STRING, sec1(key, new byte[0]));
    return Der.sequence(Der.integer(0), algorithm, content);
  }

  private static byte[] sec1(AsymmetricKey key, byte[] curve) throws GeneralSecurityException {
    return Der.sequence(
        Der.integer(1),
        Der.element(Der.OCTET_STRING, Elliptic.secretNumber(key)),
        curve.length == 0 ? curve : Der.element(Der.FIRST_MARKED, curve),
        Der.element(Der.FIRST_MARKED + 1, Der.bits(Elliptic.uncompressed(key))));
  }

  private static byte[] pkcs1(AsymmetricKey key) throws GeneralSecurityException {
    var numbers = Rsa.numbers(key).stream().map(Der::integer).toArray(byte[][]::new);
    if (!key.isPrivate()) {
      return Der.sequence(numbers);
    }
    var withVersion = new byte[numbers.length + 1][];
    withVersion[0] = Der.integer(0);
    System.arraycopy(numbers, 0, withVersion, 1, numbers.length);
    return Der.sequence(withVersion);
  }
}
