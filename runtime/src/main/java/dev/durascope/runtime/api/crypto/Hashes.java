package dev.durascope.runtime.api.crypto;

import dev.durascope.runtime.script.ScriptError;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Digests, checksums and HMAC, at once and piece by piece. Hashes have the JDK's names. */
final class Hashes {
  private Hashes() {}

  static Operation operation(String name, Input in) {
    return switch (name) {
      case "hash.digest" -> {
        var hash = in.string();
        var data = in.bytes();
        yield () -> MessageDigest.getInstance(hash).digest(data);
      }
      case "hash.hmac" -> {
        var hash = in.string();
        var key = in.bytes();
        var data = in.bytes();
        yield () -> mac(hash, key).doFinal(data);
      }
      case "hash.start" -> {
        var hash = in.string();
        yield () -> Running.of(hash);
      }
      case "hash.startHmac" -> {
        var hash = in.string();
        var key = in.bytes();
        yield () -> new Running.Keyed(mac(hash, key));
      }
      case "hash.update" -> {
        var running = in.handle(Running.class);
        var data = in.bytes();
        yield () -> {
          running.update(data);
          return null;
        };
      }
      case "hash.finish" -> in.handle(Running.class)::finish;
      case "hash.copy" -> in.handle(Running.class)::copy;
      default -> throw CryptoHost.unknown(name);
    };
  }

  static Mac mac(String hash, byte[] key) throws GeneralSecurityException {
    var algorithm = "Hmac" + hash.replace("-", "");
    var mac = Mac.getInstance(algorithm);
    // An empty key is the same as one zero byte: HMAC pads keys with zeros.
    mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, algorithm));
    return mac;
  }

  /** A computation that takes its data piece by piece. */
  private sealed interface Running {
    void update(byte[] data);

    byte[] finish();

    Running copy() throws GeneralSecurityException;

    static Running of(String hash) throws GeneralSecurityException {
      return switch (hash) {
        case "crc32" -> new Sum(new CRC32());
        case "crc32c" -> new Sum(new CRC32C());
        case "crc64nvme" -> new Crc64();
        case "MD5-SHA1" ->
            new Both(MessageDigest.getInstance("MD5"), MessageDigest.getInstance("SHA-1"));
        default -> new Digest(MessageDigest.getInstance(hash));
      };
    }

    record Digest(MessageDigest digest) implements Running {
      @Override
      public void update(byte[] data) {
        digest.update(data);
      }

      @Override
      public byte[] finish() {
        return digest.digest();
      }

      @Override
      public Running copy() throws GeneralSecurityException {
        return new Digest(cloneOf(digest));
      }
    }

    /** What TLS 1.0 signs: an MD5 and a SHA-1, one after the other. */
    record Both(MessageDigest first, MessageDigest second) implements Running {
      @Override
      public void update(byte[] data) {
        first.update(data);
        second.update(data);
      }

      @Override
      public byte[] finish() {
        var a = first.digest();
        var b = second.digest();
        return ByteBuffer.allocate(a.length + b.length).put(a).put(b).array();
      }

      @Override
      public Running copy() throws GeneralSecurityException {
        return new Both(cloneOf(first), cloneOf(second));
      }
    }

    record Keyed(Mac mac) implements Running {
      @Override
      public void update(byte[] data) {
        mac.update(data);
      }

      @Override
      public byte[] finish() {
        return mac.doFinal();
      }

      @Override
      public Running copy() {
        throw ScriptError.error("An HMAC cannot be copied");
      }
    }

    record Sum(Checksum checksum) implements Running {
      @Override
      public void update(byte[] data) {
        checksum.update(data);
      }

      @Override
      public byte[] finish() {
        return ByteBuffer.allocate(Integer.BYTES).putInt((int) checksum.getValue()).array();
      }

      @Override
      public Running copy() {
        throw ScriptError.error("A checksum cannot be copied");
      }
    }

    private static MessageDigest cloneOf(MessageDigest digest) throws GeneralSecurityException {
      try {
        return (MessageDigest) digest.clone();
      } catch (CloneNotSupportedException e) {
        throw new GeneralSecurityException("The digest cannot be copied", e);
      }
    }
  }

  /** CRC-64/NVME: reflected, its polynomial reversed below, all ones before and after. */
  private static final class Crc64 implements Running {
    private static final long POLYNOMIAL = 0x9a6c9329ac4bc9b5L;
    private static final long[] TABLE = table();

    private long value = -1;

    private static long[] table() {
      var table = new long[256];
      for (int i = 0; i < table.length; i++) {
        long entry = i;
        for (int bit = 0; bit < 8; bit++) {
          entry = (entry & 1) == 0 ? entry >>> 1 : (entry >>> 1) ^ POLYNOMIAL;
        }
        table[i] = entry;
      }
      return table;
    }

    @Override
    public void update(byte[] data) {
      for (var b : data) {
        value = (value >>> 8) ^ TABLE[(int) (value ^ b) & 0xff];
      }
    }

    @Override
    public byte[] finish() {
      return ByteBuffer.allocate(Long.BYTES).putLong(~value).array();
    }

    @Override
    public Running copy() {
      throw ScriptError.error("A checksum cannot be copied");
    }
  }
}
