package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.interop.InteropException;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.js.runtime.builtins.JSArrayBufferObject;
import com.oracle.truffle.js.runtime.builtins.JSDataViewObject;
import com.oracle.truffle.js.runtime.builtins.JSTypedArrayObject;
import java.util.Optional;

/**
 * The bytes of an ArrayBuffer, or the part of it that a view shows. On the isolate's thread.
 *
 * @param offset where the part begins
 */
record Bytes(JSArrayBufferObject buffer, int offset, int length) {

  /** The bytes behind a value; empty when it has none. */
  static Optional<Bytes> of(Object value) {
    return switch (value) {
      case JSArrayBufferObject buffer when !buffer.isDetached() ->
          Optional.of(new Bytes(buffer, 0, buffer.getByteLength()));
      case JSTypedArrayObject array when !array.getArrayBuffer().isDetached() ->
          Optional.of(
              new Bytes(array.getArrayBuffer(), array.getByteOffset(), array.getByteLength()));
      case JSDataViewObject view when !view.getArrayBuffer().isDetached() ->
          Optional.of(new Bytes(view.getArrayBuffer(), view.getByteOffset(), view.getByteLength()));
      default -> Optional.empty();
    };
  }

  /** At most {@code count} bytes from the one at {@code start}. */
  byte[] read(int start, int count) {
    int from = Math.clamp(start, 0, length);
    var bytes = new byte[Math.clamp(count, 0, length - from)];
    try {
      InteropLibrary.getUncached().readBuffer(buffer, (long) offset + from, bytes, 0, bytes.length);
    } catch (InteropException e) {
      throw new IllegalStateException("bytes that cannot be read", e);
    }
    return bytes;
  }

  /** Writes bytes; the caller has seen to it that they fit. */
  void write(int start, byte[] bytes) throws DebuggerException {
    try {
      for (int i = 0; i < bytes.length; i++) {
        InteropLibrary.getUncached().writeBufferByte(buffer, (long) offset + start + i, bytes[i]);
      }
    } catch (InteropException e) {
      throw new DebuggerException("These bytes cannot be written.");
    }
  }
}
