package dev.durascope.runtime.api.crypto;

import dev.durascope.runtime.script.ScriptError;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.List;
import javax.crypto.KeyAgreement;

/** Ed25519 and X25519 (RFC 8032, RFC 7748): keys are 32 bytes, whatever wraps them. */
final class Edwards {
  static final String ED25519_OID = "2b6570";
  static final String X25519_OID = "2b656e";
  private static final int KEY_BYTES = 32;

  private Edwards() {}

  static Operation operation(String name, Input in) {
    return switch (name) {
      case "ed.generate" -> {
        var curve = in.string();
        yield () -> {
          var key = ofSecret(curve, Randomness.bytes(KEY_BYTES));
          return List.of(key.publicHalf(), key);
        };
      }
      case "ed.ofSecret" -> {
        var curve = in.string();
        var bytes = in.bytes();
        yield () -> ofSecret(curve, bytes);
      }
      case "ed.ofPublic" -> {
        var curve = in.string();
        var bytes = in.bytes();
        yield () -> ofPublic(curve, bytes);
      }
      case "ed.publicBytes" -> {
        var key = in.handle(AsymmetricKey.class);
        yield () -> tail(key.publicKey().getEncoded());
      }
      case "ed.secretBytes" -> {
        var key = in.handle(AsymmetricKey.class);
        yield () -> tail(key.secret().getEncoded());
      }
      case "ed.sign" -> {
        var key = in.handle(AsymmetricKey.class);
        var data = in.bytes();
        yield () -> sign(key, data);
      }
      case "ed.verify" -> {
        var key = in.handle(AsymmetricKey.class);
        var signature = in.bytes();
        var data = in.bytes();
        yield () -> verify(key, signature, data);
      }
      case "ed.agree" -> {
        var mine = in.handle(AsymmetricKey.class);
        var theirs = in.handle(AsymmetricKey.class);
        yield () -> agree(mine, theirs);
      }
      default -> throw CryptoHost.unknown(name);
    };
  }

  /** The key is the end of its encodings. */
  private static byte[] tail(byte[] encoded) {
    return Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length);
  }

  static AsymmetricKey ofPublic(String curve, byte[] bytes) throws GeneralSecurityException {
    var encoded = Der.sequence(Der.sequence(oid(curve)), Der.bits(bytes));
    return AsymmetricKey.ofPublic(
        KeyFactory.getInstance(curve).generatePublic(new X509EncodedKeySpec(encoded)));
  }

  static AsymmetricKey ofSecret(String curve, byte[] bytes) throws GeneralSecurityException {
    var content = Der.element(Der.OCTET_STRING, Der.element(Der.OCTET_STRING, bytes));
    var encoded = Der.sequence(Der.integer(0), Der.sequence(oid(curve)), content);
    var generator = KeyPairGenerator.getInstance(curve);
    // The JDK computes public keys in its generator alone, so that is given the secret as chance.
    generator.initialize(new NamedParameterSpec(curve), new Fixed(bytes));
    return new AsymmetricKey(
        generator.generateKeyPair().getPublic(),
        KeyFactory.getInstance(curve).generatePrivate(new PKCS8EncodedKeySpec(encoded)));
  }

  private static byte[] oid(String curve) {
    return Der.oid(curve.equals("X25519") ? X25519_OID : ED25519_OID);
  }

  private static byte[] sign(AsymmetricKey key, byte[] data) throws GeneralSecurityException {
    var signature = Signature.getInstance("Ed25519");
    signature.initSign(key.secret());
    signature.update(data);
    return signature.sign();
  }

  private static boolean verify(AsymmetricKey key, byte[] signed, byte[] data)
      throws GeneralSecurityException {
    var signature = Signature.getInstance("Ed25519");
    try {
      signature.initVerify(key.publicKey());
      signature.update(data);
      return signature.verify(signed);
    } catch (SignatureException | InvalidKeyException e) {
      return false; // not a point, or a number too large
    }
  }

  private static byte[] agree(AsymmetricKey mine, AsymmetricKey theirs)
      throws GeneralSecurityException {
    var agreement = KeyAgreement.getInstance("X25519");
    agreement.init(mine.secret());
    try {
      agreement.doPhase(theirs.publicKey(), true);
    } catch (InvalidKeyException e) {
      throw ScriptError.domException(
          "OperationError", "Failed to derive EDDH key: public key routines INVALID_PEER_KEY.");
    }
    return agreement.generateSecret();
  }

  /** Gives the same bytes each time. */
  private static final class Fixed extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final byte[] value;

    Fixed(byte[] value) {
      this.value = value.clone();
    }

    @Override
    public void nextBytes(byte[] bytes) {
      System.arraycopy(value, 0, bytes, 0, bytes.length);
    }
  }
}
