package dev.durascope.runtime.bundle.esbuild;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/**
 * One message between us and the esbuild service. Both sides ask and both sides answer; an answer
 * carries its question's number.
 *
 * <pre>
 * u32  length of all that follows
 * u32  number &lt;&lt; 1 | 1 if an answer
 * value:
 *   00                          nothing
 *   01 u8                       truth value
 *   02 u32                      integer
 *   03 u32 bytes                text, UTF-8
 *   04 u32 bytes                bytes
 *   05 u32 value…               list
 *   06 u32 (u32 bytes value)…   map, keys in UTF-8
 * </pre>
 *
 * <p>All integers are little endian. The first message from the service is an exception: a length
 * and the bare version number.
 */
record Packet(int id, boolean isAnswer, WireValue.Dict body) {
  static final int NULL = 0;
  static final int BOOL = 1;
  static final int INT = 2;
  static final int TEXT = 3;
  static final int BYTES = 4;
  static final int ARRAY = 5;
  static final int DICT = 6;

  /** The bytes to write, the leading length included. */
  byte[] encode() {
    var out = new WireOutput();
    out.writeInt(id << 1 | (isAnswer ? 1 : 0));
    body.writeTo(out);
    var length = out.size();
    var packet = ByteBuffer.allocate(4 + length).order(ByteOrder.LITTLE_ENDIAN);
    return packet.putInt(length).put(out.toByteArray()).array();
  }

  /** Reads the bytes after the length. */
  static Packet decode(byte[] bytes) {
    var in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    try {
      var head = in.getInt();
      if (!(read(in) instanceof WireValue.Dict body)) {
        throw new ProtocolException("a packet whose value is not a map");
      }
      if (in.hasRemaining()) {
        throw new ProtocolException(in.remaining() + " bytes after the end of a packet");
      }
      return new Packet(head >>> 1, (head & 1) == 1, body);
    } catch (BufferUnderflowException e) {
      throw new ProtocolException("a packet that ends in the middle of a value", e);
    }
  }

  private static WireValue read(ByteBuffer in) {
    int tag = in.get();
    return switch (tag) {
      case NULL -> new WireValue.Null();
      case BOOL -> new WireValue.Bool(in.get() != 0);
      case INT -> new WireValue.Int(in.getInt());
      case TEXT -> new WireValue.Text(text(in));
      case BYTES -> new WireValue.Bytes(blob(in));
      case ARRAY -> {
        var count = in.getInt();
        var items = new ArrayList<WireValue>();
        for (var i = 0; i < count; i++) {
          items.add(read(in));
        }
        yield new WireValue.Array(items);
      }
      case DICT -> {
        var count = in.getInt();
        var entries = new LinkedHashMap<String, WireValue>();
        for (var i = 0; i < count; i++) {
          entries.put(text(in), read(in));
        }
        yield new WireValue.Dict(entries);
      }
      default -> throw new ProtocolException("a value of the unknown kind " + tag);
    };
  }

  private static String text(ByteBuffer in) {
    return new String(blob(in), StandardCharsets.UTF_8);
  }

  private static byte[] blob(ByteBuffer in) {
    var length = in.getInt();
    if (length < 0 || length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    var bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }
}
