package dev.durascope.runtime.api.crypto;

import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import org.jspecify.annotations.Nullable;

/**
 * A public key, or a private one, which always knows its public half: exports need it, and the
 * JDK's private keys do not have it.
 */
record AsymmetricKey(PublicKey publicKey, @Nullable PrivateKey privateKey) {
  static AsymmetricKey ofPublic(PublicKey key) {
    return new AsymmetricKey(key, null);
  }

  AsymmetricKey publicHalf() {
    return ofPublic(publicKey);
  }

  boolean isPrivate() {
    return privateKey != null;
  }

  /** The private key; the prelude has checked that there is one. */
  PrivateKey secret() throws InvalidKeyException {
    if (privateKey == null) {
      throw new InvalidKeyException("The key is not private");
    }
    return privateKey;
  }

  RSAPublicKey rsa() {
    return (RSAPublicKey) publicKey;
  }

  RSAPrivateCrtKey rsaSecret() throws InvalidKeyException {
    return (RSAPrivateCrtKey) secret();
  }

  ECPublicKey ec() {
    return (ECPublicKey) publicKey;
  }

  /** {@code rsa}, {@code ed25519}, {@code x25519}, or an elliptic curve's name, as P-256. */
  String kind() {
    return switch (publicKey) {
      case RSAPublicKey _ -> "rsa";
      case ECPublicKey key -> Curve.of(key).name();
      case EdECPublicKey _ -> "ed25519";
      default -> "x25519";
    };
  }
}
