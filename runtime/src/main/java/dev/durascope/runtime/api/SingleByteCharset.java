package dev.durascope.runtime.api;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.util.HashMap;
import java.util.Map;

/**
 * ASCII and a table for the bytes from 0x80: an encoding that Java lacks, or of which it has
 * another version than the Encoding Standard. U+FFFD in the table means a byte that stands for
 * nothing.
 */
final class SingleByteCharset extends Charset {
  private static final char NOTHING = '\ufffd';

  private final String high;
  private final Map<Character, Byte> bytes = new HashMap<>();

  SingleByteCharset(String name, String high) {
    super("x-durascope-" + name, null);
    if (high.length() != 128) {
      throw new IllegalArgumentException(name + " has " + high.length() + " characters, not 128");
    }
    this.high = high;
    for (var i = 0; i < 128; i++) {
      if (high.charAt(i) != NOTHING) {
        bytes.put(high.charAt(i), (byte) (0x80 + i));
      }
    }
  }

  @Override
  public boolean contains(Charset other) {
    return other.name().equals("US-ASCII") || other.equals(this);
  }

  @Override
  public CharsetDecoder newDecoder() {
    return new CharsetDecoder(this, 1, 1) {
      @Override
      protected CoderResult decodeLoop(ByteBuffer input, CharBuffer output) {
        while (input.hasRemaining()) {
          if (!output.hasRemaining()) {
            return CoderResult.OVERFLOW;
          }
          var code = input.get(input.position());
          var character = code >= 0 ? (char) code : high.charAt(code & 0x7f);
          if (character == NOTHING) {
            return CoderResult.unmappableForLength(1);
          }
          output.put(character);
          input.get();
        }
        return CoderResult.UNDERFLOW;
      }
    };
  }

  @Override
  public CharsetEncoder newEncoder() {
    return new CharsetEncoder(this, 1, 1) {
      @Override
      protected CoderResult encodeLoop(CharBuffer input, ByteBuffer output) {
        while (input.hasRemaining()) {
          if (!output.hasRemaining()) {
            return CoderResult.OVERFLOW;
          }
          var character = input.get(input.position());
          var code = character < 0x80 ? Byte.valueOf((byte) character) : bytes.get(character);
          if (code == null) {
            return surrogates(input);
          }
          output.put(code);
          input.get();
        }
        return CoderResult.UNDERFLOW;
      }
    };
  }

  /** What an encoder says of a character it cannot write; half a pair waits for its other half. */
  private static CoderResult surrogates(CharBuffer input) {
    var first = input.get(input.position());
    if (!Character.isSurrogate(first)) {
      return CoderResult.unmappableForLength(1);
    }
    if (Character.isLowSurrogate(first)) {
      return CoderResult.malformedForLength(1);
    }
    if (input.remaining() < 2) {
      return CoderResult.UNDERFLOW;
    }
    return Character.isLowSurrogate(input.get(input.position() + 1))
        ? CoderResult.unmappableForLength(2)
        : CoderResult.malformedForLength(1);
  }
}
