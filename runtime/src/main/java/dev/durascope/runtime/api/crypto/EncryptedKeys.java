package dev.durascope.runtime.api.crypto;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.spec.InvalidKeySpecException;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;

/** PKCS #8 behind a password: PBES2 (RFC 8018) with AES, the key stretched by SHA-256. */
final class EncryptedKeys {
  private static final String PBES2_OID = "2a864886f70d01050d";
  private static final int SALT_BYTES = 16;
  private static final int BLOCK_BYTES = 16;
  private static final int ITERATIONS = 2048; // as OpenSSL has it

  private EncryptedKeys() {}

  static byte[] encrypt(int bits, byte[] pkcs8, byte[] password) throws GeneralSecurityException {
    var algorithm = "PBEWithHmacSHA256AndAES_" + bits;
    var vector = new IvParameterSpec(Randomness.bytes(BLOCK_BYTES));
    var cipher = Cipher.getInstance(algorithm);
    cipher.init(
        Cipher.ENCRYPT_MODE,
        key(algorithm, password),
        new PBEParameterSpec(Randomness.bytes(SALT_BYTES), ITERATIONS, vector));
    try {
      return Der.sequence(
          Der.sequence(Der.oid(PBES2_OID), cipher.getParameters().getEncoded()),
          Der.element(Der.OCTET_STRING, cipher.doFinal(pkcs8)));
    } catch (IOException e) {
      throw new GeneralSecurityException(e);
    }
  }

  static byte[] decrypt(byte[] encrypted, byte[] password) throws GeneralSecurityException {
    try {
      var info = new EncryptedPrivateKeyInfo(encrypted);
      var parameters = info.getAlgParameters();
      var algorithm = parameters == null ? info.getAlgName() : parameters.toString();
      var cipher = Cipher.getInstance(algorithm);
      cipher.init(Cipher.DECRYPT_MODE, key(algorithm, password), parameters);
      return cipher.doFinal(info.getEncryptedData());
    } catch (IOException e) {
      throw new InvalidKeySpecException(e);
    }
  }

  private static SecretKey key(String algorithm, byte[] password) throws GeneralSecurityException {
    var characters = new String(password, StandardCharsets.UTF_8).toCharArray();
    return SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(characters));
  }
}
