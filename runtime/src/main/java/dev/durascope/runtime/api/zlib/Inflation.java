package dev.durascope.runtime.api.zlib;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Inflates. Gzip data (RFC 1952) is a sequence of members, each with a header and a trailer that
 * are checked here; what follows the last one and is no member is left alone, as Node.js does.
 */
public final class Inflation implements Codec {
  private static final int BUFFER_BYTES = 16 * 1024;
  private static final int TRAILER_BYTES = 8;

  /** What the data is framed with. */
  public enum Format {
    /** The zlib format. */
    ZLIB,
    /** Nothing. */
    RAW,
    /** The gzip format. */
    GZIP,
    /** Gzip or zlib, as its first bytes tell. */
    ANY
  }

  private enum State {
    START,
    HEADER,
    BODY,
    TRAILER,
    END
  }

  private final byte @Nullable [] dictionary;
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final CRC32 checksum = new CRC32();
  private Format format;
  private Inflater inflater;
  private State state = State.START;
  private byte[] pending = {};
  private long length;
  private boolean hasMembers;

  /** Expects data of a format, made with a dictionary or without. */
  public Inflation(Format format, byte @Nullable [] dictionary) {
    this.format = format;
    this.dictionary = dictionary;
    this.inflater = new Inflater(format != Format.ZLIB);
  }

  @Override
  public byte[] add(byte[] chunk, Flush flush) throws CompressionException {
    pending = joined(pending, chunk);
    while (step()) {
      // Each step goes over to the next state.
    }
    var result = output.toByteArray();
    output.reset();
    return result;
  }

  /** Goes on as far as one state reaches; whether there is another step to take. */
  private boolean step() throws CompressionException {
    return switch (state) {
      case START -> begin();
      case HEADER -> header();
      case BODY -> body();
      case TRAILER -> trailer();
      case END -> {
        pending = new byte[0];
        yield false;
      }
    };
  }

  private boolean begin() throws CompressionException {
    if (format == Format.ANY) {
      if (pending.length < 2) {
        return false;
      }
      format = GzipHeader.startsIn(pending) ? Format.GZIP : Format.ZLIB;
      inflater.end();
      inflater = new Inflater(format != Format.ZLIB);
    }
    if (format == Format.RAW && dictionary != null) {
      inflater.setDictionary(dictionary);
    }
    state = format == Format.GZIP ? State.HEADER : State.BODY;
    return true;
  }

  private boolean header() throws CompressionException {
    if (pending.length < 2) {
      return false;
    }
    if (hasMembers && !GzipHeader.startsIn(pending)) {
      state = State.END;
      return true;
    }
    var end = GzipHeader.endOf(pending);
    if (end < 0) {
      return false;
    }
    pending = Arrays.copyOfRange(pending, end, pending.length);
    checksum.reset();
    length = 0;
    state = State.BODY;
    return true;
  }

  private boolean body() throws CompressionException {
    inflater.setInput(pending);
    var buffer = new byte[BUFFER_BYTES];
    try {
      while (!inflater.finished()) {
        var count = inflater.inflate(buffer);
        if (count > 0) {
          checksum.update(buffer, 0, count);
          length += count;
          output.write(buffer, 0, count);
        } else if (inflater.needsDictionary()) {
          giveDictionary();
        } else if (!inflater.finished()) {
          break;
        }
      }
    } catch (DataFormatException e) {
      throw CompressionException.data(
          e.getMessage() == null ? "incorrect data check" : e.getMessage());
    }
    var rest = inflater.getRemaining();
    pending = Arrays.copyOfRange(pending, pending.length - rest, pending.length);
    if (!inflater.finished()) {
      return false;
    }
    state = format == Format.GZIP ? State.TRAILER : State.END;
    return true;
  }

  private void giveDictionary() throws CompressionException {
    if (dictionary == null) {
      throw new CompressionException("Z_NEED_DICT", "Missing dictionary");
    }
    try {
      inflater.setDictionary(dictionary);
    } catch (IllegalArgumentException e) {
      throw CompressionException.data("Bad dictionary");
    }
  }

  private boolean trailer() throws CompressionException {
    if (pending.length < TRAILER_BYTES) {
      return false;
    }
    if (GzipHeader.number(pending, 0) != checksum.getValue()) {
      throw CompressionException.data("incorrect data check");
    }
    if (GzipHeader.number(pending, 4) != (length & 0xffffffffL)) {
      throw CompressionException.data("incorrect length check");
    }
    pending = Arrays.copyOfRange(pending, TRAILER_BYTES, pending.length);
    inflater.reset();
    hasMembers = true;
    state = State.HEADER;
    return true;
  }

  private static byte[] joined(byte[] first, byte[] second) {
    if (first.length == 0) {
      return second;
    }
    var all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  @Override
  public byte[] finish(boolean isLenient) throws CompressionException {
    var isWhole = state == State.END || (state == State.HEADER && hasMembers);
    close();
    if (!isWhole && !isLenient) {
      throw CompressionException.unexpectedEnd();
    }
    return new byte[0];
  }

  @Override
  public void close() {
    inflater.end();
  }
}
