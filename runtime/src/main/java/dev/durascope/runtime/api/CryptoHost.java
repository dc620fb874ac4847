package dev.durascope.runtime.api;

import dev.durascope.runtime.script.HostGroup;
import dev.durascope.runtime.script.HostGroup.Arguments;
import dev.durascope.runtime.script.ScriptError;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * {@code host.crypto}: the JDK's cryptography. Byte arguments come as ArrayBuffer, offset, length.
 */
final class CryptoHost {
  private static final int BYTES = 3; // arguments a byte array takes
  private static final SecureRandom RANDOM = new SecureRandom();

  private CryptoHost() {}

  static HostGroup group() {
    return new HostGroup("crypto")
        .function(
            "random",
            arguments -> {
              var bytes = new byte[arguments.integer(0)];
              RANDOM.nextBytes(bytes);
              return Buffers.toScript(bytes);
            })
        .function("uuid", arguments -> UUID.randomUUID().toString())
        .function("digest", arguments -> guarded(() -> digest(arguments)))
        .function("hmac", arguments -> guarded(() -> hmac(arguments)))
        .function("aesGcm", arguments -> guarded(() -> aesGcm(arguments)))
        .function("aesCbc", arguments -> guarded(() -> aesCbc(arguments)))
        .function(
            "equal",
            arguments ->
                MessageDigest.isEqual(
                    Buffers.slice(arguments, 0), Buffers.slice(arguments, BYTES)));
  }

  /** A computation of the JDK's, whose failure is an OperationError. */
  private interface Computation {
    byte[] compute() throws GeneralSecurityException;
  }

  private static Object guarded(Computation computation) {
    try {
      return Buffers.toScript(computation.compute());
    } catch (AEADBadTagException e) {
      throw ScriptError.domException(
          "OperationError", "Decryption failed: the data or its tag is not authentic.");
    } catch (GeneralSecurityException e) {
      throw ScriptError.domException("OperationError", "The operation failed: " + e.getMessage());
    }
  }

  private static byte[] digest(Arguments arguments) throws GeneralSecurityException {
    return MessageDigest.getInstance(arguments.string(0)).digest(Buffers.slice(arguments, 1));
  }

  /** Takes the hash's name, the key, the data. */
  private static byte[] hmac(Arguments arguments) throws GeneralSecurityException {
    var algorithm = "Hmac" + arguments.string(0).replace("-", "");
    var key = Buffers.slice(arguments, 1);
    var mac = Mac.getInstance(algorithm);
    // An empty key is the same as one zero byte: HMAC pads keys with zeros.
    mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, algorithm));
    return mac.doFinal(Buffers.slice(arguments, 1 + BYTES));
  }

  /** Takes whether to encrypt, the tag's bits, the key, the vector, the extra data, the data. */
  private static byte[] aesGcm(Arguments arguments) throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        mode(arguments),
        new SecretKeySpec(Buffers.slice(arguments, 2), "AES"),
        new GCMParameterSpec(arguments.integer(1), Buffers.slice(arguments, 2 + BYTES)));
    cipher.updateAAD(Buffers.slice(arguments, 2 + 2 * BYTES));
    return cipher.doFinal(Buffers.slice(arguments, 2 + 3 * BYTES));
  }

  /** Takes whether to encrypt, the key, the vector, the data. */
  private static byte[] aesCbc(Arguments arguments) throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
    cipher.init(
        mode(arguments),
        new SecretKeySpec(Buffers.slice(arguments, 1), "AES"),
        new IvParameterSpec(Buffers.slice(arguments, 1 + BYTES)));
    return cipher.doFinal(Buffers.slice(arguments, 1 + 2 * BYTES));
  }

  private static int mode(Arguments arguments) {
    return arguments.bool(0) ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE;
  }
}
