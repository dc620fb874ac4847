package dev.durascope.runtime.api.crypto;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.spec.InvalidKeySpecException;
import java.util.HexFormat;

/**
 * ASN.1 in its distinguished encoding, as far as keys and signatures need it: a tag, a length, a
 * content; a sequence's content is elements.
 */
final class Der {
  static final int INTEGER = 0x02;
  static final int BIT_STRING = 0x03;
  static final int OCTET_STRING = 0x04;
  static final int NULL = 0x05;
  static final int OID = 0x06;
  static final int SEQUENCE = 0x30;

  /** The tag of an element that a sequence numbers. */
  static final int FIRST_MARKED = 0xa0;

  private static final int LONG_FORM = 0x80;

  private Der() {}

  /** An element of the given contents, one after the other. */
  static byte[] element(int tag, byte[]... contents) {
    var length = 0;
    for (var content : contents) {
      length += content.length;
    }
    var out = new ByteArrayOutputStream();
    out.write(tag);
    if (length < LONG_FORM) {
      out.write(length);
    } else {
      var bytes = Big.minimal(BigInteger.valueOf(length));
      out.write(LONG_FORM | bytes.length);
      out.writeBytes(bytes);
    }
    for (var content : contents) {
      out.writeBytes(content);
    }
    return out.toByteArray();
  }

  static byte[] sequence(byte[]... elements) {
    return element(SEQUENCE, elements);
  }

  static byte[] integer(BigInteger value) {
    return element(INTEGER, value.toByteArray());
  }

  static byte[] integer(int value) {
    return integer(BigInteger.valueOf(value));
  }

  /** Whole bytes as a string of bits. */
  static byte[] bits(byte[] content) {
    return element(BIT_STRING, new byte[1], content);
  }

  /** An object identifier, its content in hexadecimal. */
  static byte[] oid(String hex) {
    return element(OID, HexFormat.of().parseHex(hex));
  }

  /** Reads elements, one after the other. */
  static final class Reader {
    private final ByteBuffer bytes;

    Reader(byte[] bytes) {
      this.bytes = ByteBuffer.wrap(bytes);
    }

    boolean hasMore() {
      return bytes.hasRemaining();
    }

    int remaining() {
      return bytes.remaining();
    }

    boolean isNext(int tag) {
      return bytes.hasRemaining() && (bytes.get(bytes.position()) & 0xff) == tag;
    }

    /** The content of the next element, which must have this tag. */
    byte[] read(int tag) throws InvalidKeySpecException {
      if (bytes.remaining() < 2 || (bytes.get() & 0xff) != tag) {
        throw new InvalidKeySpecException("The key is not well-formed");
      }
      var length = bytes.get() & 0xff;
      if (length >= LONG_FORM) {
        var count = length - LONG_FORM;
        if (count == 0 || count > 3 || count > bytes.remaining()) {
          throw new InvalidKeySpecException("The key is not well-formed");
        }
        length = 0;
        for (int i = 0; i < count; i++) {
          length = length << 8 | (bytes.get() & 0xff);
        }
      }
      if (length > bytes.remaining()) {
        throw new InvalidKeySpecException("The key is not well-formed");
      }
      var content = new byte[length];
      bytes.get(content);
      return content;
    }

    Reader sequence() throws InvalidKeySpecException {
      return new Reader(read(SEQUENCE));
    }

    BigInteger integer() throws InvalidKeySpecException {
      var content = read(INTEGER);
      if (content.length == 0) {
        throw new InvalidKeySpecException("The key is not well-formed");
      }
      return new BigInteger(content);
    }
  }
}
