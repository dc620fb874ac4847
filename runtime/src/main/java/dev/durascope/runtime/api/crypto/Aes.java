package dev.durascope.runtime.api.crypto;

import dev.durascope.runtime.script.ScriptError;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.IllegalBlockSizeException;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES in the modes of Web Crypto, a whole message at a time. */
final class Aes {
  private static final int BLOCK_BYTES = 16;
  private static final int FULL_TAG_BITS = 128;
  private static final int SHORTEST_JDK_TAG_BITS = 96;

  private Aes() {}

  static Operation operation(String name, Input in) {
    return switch (name) {
      case "aes.gcm" -> {
        var encrypt = in.bool();
        var tagBits = in.integer();
        var gcm = new Gcm(key(in.bytes()), in.bytes(), in.bytes());
        var data = in.bytes();
        yield () -> encrypt ? gcm.encrypt(data, tagBits) : gcm.decrypt(data, tagBits);
      }
      case "aes.cbc" -> {
        var encrypt = in.bool();
        var key = key(in.bytes());
        var iv = new IvParameterSpec(in.bytes());
        var data = in.bytes();
        yield () -> cbc(encrypt, key, iv, data);
      }
      case "aes.ctr" -> {
        var key = key(in.bytes());
        var counter = in.bytes();
        var counterBits = in.integer();
        var data = in.bytes();
        yield () -> ctr(key, counter, counterBits, data);
      }
      case "aes.wrap" -> {
        var key = key(in.bytes());
        var data = in.bytes();
        yield () -> keyWrap(Cipher.ENCRYPT_MODE, key).doFinal(data);
      }
      case "aes.unwrap" -> {
        var key = key(in.bytes());
        var data = in.bytes();
        yield () -> unwrap(key, data);
      }
      default -> throw CryptoHost.unknown(name);
    };
  }

  private static SecretKey key(byte[] bytes) {
    return new SecretKeySpec(bytes, "AES");
  }

  /** One key, vector and additional data; the JDK refuses tags below 96 bits, so those are cut. */
  record Gcm(SecretKey key, byte[] iv, byte[] additionalData) {
    byte[] encrypt(byte[] data, int tagBits) throws GeneralSecurityException {
      var sealed = cipher(Cipher.ENCRYPT_MODE, FULL_TAG_BITS).doFinal(data);
      return Arrays.copyOf(sealed, data.length + tagBits / 8);
    }

    byte[] decrypt(byte[] sealed, int tagBits) throws GeneralSecurityException {
      var length = sealed.length - tagBits / 8;
      try {
        if (tagBits >= SHORTEST_JDK_TAG_BITS) {
          return cipher(Cipher.DECRYPT_MODE, tagBits).doFinal(sealed);
        }
        // GCM encrypts by XOR with a key stream, so encrypting once more decrypts.
        var data = Arrays.copyOf(encrypt(Arrays.copyOf(sealed, length), FULL_TAG_BITS), length);
        if (!MessageDigest.isEqual(encrypt(data, tagBits), sealed)) {
          throw new AEADBadTagException("Tag mismatch");
        }
        return data;
      } catch (AEADBadTagException e) {
        throw decryptionFailed(length, length, "AES-GCM");
      }
    }

    private Cipher cipher(int mode, int tagBits) throws GeneralSecurityException {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(tagBits, iv));
      cipher.updateAAD(additionalData);
      return cipher;
    }
  }

  private static byte[] cbc(boolean encrypt, SecretKey key, IvParameterSpec iv, byte[] data)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
    cipher.init(encrypt ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE, key, iv);
    if (encrypt) {
      return cipher.doFinal(data);
    }
    try {
      if (data.length == 0) {
        throw new BadPaddingException("No padding");
      }
      return cipher.doFinal(data);
    } catch (BadPaddingException | IllegalBlockSizeException e) {
      // What came out before the last block, which is held back for its padding.
      var before = Math.max(0, data.length - 1) / BLOCK_BYTES * BLOCK_BYTES;
      throw decryptionFailed(data.length, before, "AES-CBC");
    }
  }

  private static ScriptError decryptionFailed(int input, int output, String algorithm) {
    return ScriptError.domException(
        "OperationError",
        "Decryption failed. This could be due to a ciphertext authentication failure, bad padding,"
            + " incorrect CryptoKey, or another algorithm-specific reason. Input length was "
            + input
            + ", output length expected to be "
            + output
            + " for "
            + algorithm);
  }

  /**
   * Counts in the last {@code counterBits} of the block, and begins again at zero there, where the
   * JDK would count on into the bits above.
   */
  private static byte[] ctr(SecretKey key, byte[] block, int counterBits, byte[] data)
      throws GeneralSecurityException {
    var values = BigInteger.ONE.shiftLeft(counterBits);
    var whole = Big.of(block);
    var counter = whole.mod(values);
    var blocks = BigInteger.valueOf(Math.ceilDiv(data.length, BLOCK_BYTES));
    if (blocks.compareTo(values) > 0) {
      throw ScriptError.domException("OperationError", "Counter block values will repeat.");
    }
    var untilReset = values.subtract(counter);
    if (untilReset.compareTo(blocks) >= 0) {
      return ctrFrom(key, block, data, 0, data.length);
    }
    var first = untilReset.intValueExact() * BLOCK_BYTES;
    var reset = Big.padded(whole.subtract(counter), BLOCK_BYTES);
    var result = Arrays.copyOf(ctrFrom(key, block, data, 0, first), data.length);
    var rest = ctrFrom(key, reset, data, first, data.length - first);
    System.arraycopy(rest, 0, result, first, rest.length);
    return result;
  }

  private static byte[] ctrFrom(SecretKey key, byte[] block, byte[] data, int from, int length)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/CTR/NoPadding");
    cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(block));
    return cipher.doFinal(data, from, length);
  }

  private static byte[] unwrap(SecretKey key, byte[] data) throws GeneralSecurityException {
    try {
      return keyWrap(Cipher.DECRYPT_MODE, key).doFinal(data);
    } catch (BadPaddingException | IllegalBlockSizeException e) {
      throw ScriptError.domException("OperationError", "AES-KW key unwrapping failed.");
    }
  }

  private static Cipher keyWrap(int mode, SecretKey key) throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/KW/NoPadding");
    cipher.init(mode, key);
    return cipher;
  }
}
