package dev.durascope.runtime.api.crypto;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/**
 * Keys from passwords and from other secrets: PBKDF2 (RFC 8018), HKDF (RFC 5869) and scrypt.
 *
 * <p>The JDK has PBKDF2 for passwords of characters and HKDF for three hashes; here passwords are
 * bytes, and hashes all that there are.
 */
final class Derivation {
  private Derivation() {}

  static Operation operation(String name, Input in) {
    return switch (name) {
      case "derive.pbkdf2" -> {
        var hash = in.string();
        var password = in.bytes();
        var salt = in.bytes();
        var iterations = in.integer();
        var length = in.integer();
        yield () -> pbkdf2(hash, password, salt, iterations, length);
      }
      case "derive.hkdf" -> {
        var hash = in.string();
        var secret = in.bytes();
        var salt = in.bytes();
        var info = in.bytes();
        var length = in.integer();
        yield () -> hkdf(hash, secret, salt, info, length);
      }
      case "derive.scrypt" -> {
        var password = in.bytes();
        var salt = in.bytes();
        var cost = new Scrypt(in.integer(), in.integer(), in.integer());
        var length = in.integer();
        yield () -> cost.derive(password, salt, length);
      }
      default -> throw CryptoHost.unknown(name);
    };
  }

  static byte[] pbkdf2(String hash, byte[] password, byte[] salt, int iterations, int length)
      throws GeneralSecurityException {
    var mac = Hashes.mac(hash, password);
    var result = ByteBuffer.allocate(length);
    for (int block = 1; result.hasRemaining(); block++) {
      mac.update(salt);
      var chain = mac.doFinal(ByteBuffer.allocate(Integer.BYTES).putInt(block).array());
      var sum = chain.clone();
      for (int i = 1; i < iterations; i++) {
        mac.update(chain);
        mac.doFinal(chain, 0);
        for (int k = 0; k < sum.length; k++) {
          sum[k] ^= chain[k];
        }
      }
      result.put(sum, 0, Math.min(sum.length, result.remaining()));
    }
    return result.array();
  }

  private static byte[] hkdf(String hash, byte[] secret, byte[] salt, byte[] info, int length)
      throws GeneralSecurityException {
    var mac = Hashes.mac(hash, Hashes.mac(hash, salt).doFinal(secret));
    var result = ByteBuffer.allocate(length);
    var block = new byte[0];
    for (int i = 1; result.hasRemaining(); i++) {
      mac.update(block);
      mac.update(info);
      block = mac.doFinal(new byte[] {(byte) i});
      result.put(Arrays.copyOf(block, Math.min(block.length, result.remaining())));
    }
    return result.array();
  }
}
