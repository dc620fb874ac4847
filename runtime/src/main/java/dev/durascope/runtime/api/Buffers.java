package dev.durascope.runtime.api;

import dev.durascope.runtime.script.HostGroup;
import java.nio.ByteBuffer;
import org.graalvm.polyglot.Value;

/** How bytes pass between Java and JavaScript. */
final class Buffers {
  private Buffers() {}

  /**
   * A copy of the bytes that JavaScript passed as three arguments from {@code index} on: an
   * ArrayBuffer, an offset and a length.
   */
  static byte[] slice(HostGroup.Arguments arguments, int index) {
    return arguments.bytes(index, arguments.integer(index + 1), arguments.integer(index + 2));
  }

  /** A copy of a part of an ArrayBuffer. */
  static byte[] slice(Value buffer, int offset, int length) {
    var bytes = new byte[length];
    if (length > 0) {
      buffer.readBuffer(offset, bytes, 0, length);
    }
    return bytes;
  }

  /**
   * The form in which JavaScript takes bytes; the prelude copies them before user code sees them.
   */
  static ByteBuffer toScript(byte[] bytes) {
    return ByteBuffer.wrap(bytes);
  }
}
