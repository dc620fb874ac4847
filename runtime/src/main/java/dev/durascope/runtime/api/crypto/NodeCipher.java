package dev.durascope.runtime.api.crypto;

import dev.durascope.runtime.script.ScriptError;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A cipher of {@code node:crypto}, which takes its data piece by piece and gives what it can at
 * once: code there joins the text of the pieces, so a stream cipher must hold no byte back.
 */
sealed interface NodeCipher {
  /** What comes out for a piece. */
  byte[] update(byte[] data) throws GeneralSecurityException;

  /** What comes out at the end; a wrong tag or padding throws. */
  byte[] finish() throws GeneralSecurityException;

  /** Adds data that is authenticated and not encrypted. */
  void addData(byte[] data);

  /** Sets the tag that a decryption expects. */
  void expectTag(byte[] tag);

  /** The tag of an encryption that is finished. */
  byte[] tag();

  /** Says whether blocks are padded. */
  void setPadding(boolean isPadded);

  static Operation operation(String name, Input in) {
    return switch (name) {
      case "cipher.start" -> {
        var encrypt = in.bool();
        var algorithm = in.string();
        var key = in.bytes();
        var iv = in.bytes();
        yield () -> start(encrypt, algorithm, key, iv);
      }
      case "cipher.update" -> {
        var cipher = in.handle(NodeCipher.class);
        var data = in.bytes();
        yield () -> cipher.update(data);
      }
      case "cipher.finish" -> in.handle(NodeCipher.class)::finish;
      case "cipher.addData" -> {
        var cipher = in.handle(NodeCipher.class);
        var data = in.bytes();
        yield () -> {
          cipher.addData(data);
          return null;
        };
      }
      case "cipher.expectTag" -> {
        var cipher = in.handle(NodeCipher.class);
        var tag = in.bytes();
        yield () -> {
          cipher.expectTag(tag);
          return null;
        };
      }
      case "cipher.tag" -> in.handle(NodeCipher.class)::tag;
      case "cipher.setPadding" -> {
        var cipher = in.handle(NodeCipher.class);
        var isPadded = in.bool();
        yield () -> {
          cipher.setPadding(isPadded);
          return null;
        };
      }
      default -> throw CryptoHost.unknown(name);
    };
  }

  /** {@code algorithm} is the JDK's name of the cipher and its mode, as AES/CBC. */
  private static NodeCipher start(boolean encrypt, String algorithm, byte[] key, byte[] iv)
      throws GeneralSecurityException {
    return switch (algorithm) {
      case "AES/GCM" -> new Gcm(encrypt, new SecretKeySpec(key, "AES"), iv);
      case "ChaCha20-Poly1305" -> new ChaCha(encrypt, new SecretKeySpec(key, "ChaCha20"), iv);
      default -> {
        var slash = algorithm.indexOf('/');
        var family = slash < 0 ? algorithm : algorithm.substring(0, slash);
        yield new Plain(encrypt, algorithm, new SecretKeySpec(key, family), iv);
      }
    };
  }

  private static ScriptError notAuthenticated() {
    return ScriptError.error("Authentication failed");
  }

  /** A cipher without authentication. */
  final class Plain implements NodeCipher {
    private final boolean encrypt;
    private final String algorithm;
    private final SecretKey key;
    private final byte[] iv;
    private boolean isPadded = true;
    private @Nullable Cipher started;

    private Plain(boolean encrypt, String algorithm, SecretKey key, byte[] iv) {
      this.encrypt = encrypt;
      this.algorithm = algorithm;
      this.key = key;
      this.iv = iv;
    }

    private Cipher cipher() throws GeneralSecurityException {
      var cipher = started;
      if (cipher == null) {
        var isBlocks = algorithm.endsWith("/CBC") || algorithm.endsWith("/ECB");
        var padding = isBlocks && isPadded ? "/PKCS5Padding" : "/NoPadding";
        cipher = Cipher.getInstance(algorithm.contains("/") ? algorithm + padding : algorithm);
        var mode = encrypt ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE;
        if (iv.length == 0) {
          cipher.init(mode, key);
        } else {
          cipher.init(mode, key, new IvParameterSpec(iv));
        }
        started = cipher;
      }
      return cipher;
    }

    @Override
    public byte[] update(byte[] data) throws GeneralSecurityException {
      var result = cipher().update(data);
      return result == null ? new byte[0] : result;
    }

    @Override
    public byte[] finish() {
      try {
        var isEmpty = !encrypt && isPadded && started == null;
        var result = cipher().doFinal();
        if (isEmpty && algorithm.endsWith("/CBC")) {
          throw notAuthenticated(); // there was no padding
        }
        return result;
      } catch (GeneralSecurityException e) {
        throw notAuthenticated();
      }
    }

    @Override
    public void addData(byte[] data) {
      throw unauthenticatedMode();
    }

    @Override
    public void expectTag(byte[] tag) {
      throw unauthenticatedMode();
    }

    @Override
    public byte[] tag() {
      throw unauthenticatedMode();
    }

    @Override
    public void setPadding(boolean value) {
      isPadded = value;
    }

    private static ScriptError unauthenticatedMode() {
      return ScriptError.error("Cipher does not support authenticated mode");
    }
  }

  /**
   * GCM. The JDK holds back what it decrypts until it has seen the tag, and parts of blocks; so it
   * is asked for the key stream only, by encrypting zeros, and for the tag in the end.
   */
  final class Gcm implements NodeCipher {
    private static final int BLOCK_BYTES = 16;
    private static final int TAG_BITS = 128;

    private final boolean encrypt;
    private final SecretKey key;
    private final byte[] iv;
    private final Cipher stream;
    private final ByteArrayOutputStream additional = new ByteArrayOutputStream();
    private final ByteArrayOutputStream plain = new ByteArrayOutputStream();
    private byte[] mask = new byte[0];
    private int used;
    private byte @Nullable [] tag;

    private Gcm(boolean encrypt, SecretKey key, byte[] iv) throws GeneralSecurityException {
      this.encrypt = encrypt;
      this.key = key;
      this.iv = iv;
      stream = Cipher.getInstance("AES/GCM/NoPadding");
      stream.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, iv));
    }

    @Override
    public byte[] update(byte[] data) {
      var result = new byte[data.length];
      for (int i = 0; i < data.length; i++) {
        if (used == mask.length) {
          var rest = data.length - i;
          mask = stream.update(new byte[Math.ceilDiv(rest, BLOCK_BYTES) * BLOCK_BYTES]);
          used = 0;
        }
        result[i] = (byte) (data[i] ^ mask[used++]);
      }
      plain.writeBytes(encrypt ? data : result);
      return result;
    }

    @Override
    public byte[] finish() throws GeneralSecurityException {
      var text = plain.toByteArray();
      var sealed = new Aes.Gcm(key, iv, additional.toByteArray()).encrypt(text, TAG_BITS);
      var full = Arrays.copyOfRange(sealed, text.length, sealed.length);
      if (encrypt) {
        tag = full;
      } else if (tag == null || !MessageDigest.isEqual(Arrays.copyOf(full, tag.length), tag)) {
        throw notAuthenticated();
      }
      return new byte[0];
    }

    @Override
    public void addData(byte[] data) {
      additional.writeBytes(data);
    }

    @Override
    public void expectTag(byte[] value) {
      tag = value;
    }

    @Override
    public byte[] tag() {
      return tag == null ? new byte[0] : tag;
    }

    @Override
    public void setPadding(boolean isPadded) {
      // A stream has no blocks to pad.
    }
  }

  /** ChaCha20 with Poly1305, which takes all its data in one piece, as in workerd. */
  final class ChaCha implements NodeCipher {
    private static final int TAG_BYTES = 16;

    private final boolean encrypt;
    private final SecretKey key;
    private final byte[] iv;
    private byte[] additional = new byte[0];
    private byte @Nullable [] tag;
    private boolean isUpdated;

    private ChaCha(boolean encrypt, SecretKey key, byte[] iv) {
      this.encrypt = encrypt;
      this.key = key;
      this.iv = iv;
    }

    @Override
    public byte[] update(byte[] data) throws GeneralSecurityException {
      if (isUpdated) {
        throw ScriptError.error("update() can only be invoked once on an AEAD");
      }
      isUpdated = true;
      var cipher = Cipher.getInstance("ChaCha20-Poly1305");
      cipher.init(
          encrypt ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE, key, new IvParameterSpec(iv));
      cipher.updateAAD(additional);
      if (encrypt) {
        var sealed = cipher.doFinal(data);
        tag = Arrays.copyOfRange(sealed, data.length, sealed.length);
        return Arrays.copyOf(sealed, data.length);
      }
      if (tag == null) {
        throw ScriptError.error("No auth tag provided");
      }
      var sealed = Arrays.copyOf(data, data.length + TAG_BYTES);
      System.arraycopy(tag, 0, sealed, data.length, TAG_BYTES);
      return cipher.doFinal(sealed);
    }

    @Override
    public byte[] finish() {
      return new byte[0];
    }

    @Override
    public void addData(byte[] data) {
      additional = data;
    }

    @Override
    public void expectTag(byte[] value) {
      tag = value;
    }

    @Override
    public byte[] tag() {
      return tag == null ? new byte[0] : tag;
    }

    @Override
    public void setPadding(boolean isPadded) {
      throw ScriptError.error("Setting autopadding is not supported on AEADs");
    }
  }
}
