package dev.durascope.runtime.api.crypto;

import dev.durascope.runtime.script.HostGroup;

/**
 * The arguments of an operation, read one after the other. Bytes come as three: ArrayBuffer,
 * offset, length; they are copied, for user code may change them while the operation runs.
 */
final class Input {
  private final HostGroup.Arguments arguments;
  private int next;

  /** Reads from the argument at {@code first} on. */
  Input(HostGroup.Arguments arguments, int first) {
    this.arguments = arguments;
    this.next = first;
  }

  String string() {
    return arguments.string(next++);
  }

  int integer() {
    return arguments.integer(next++);
  }

  boolean bool() {
    return arguments.bool(next++);
  }

  <T> T handle(Class<T> type) {
    return arguments.handle(next++, type);
  }

  byte[] bytes() {
    var buffer = arguments.value(next++);
    var offset = arguments.integer(next++);
    var bytes = new byte[arguments.integer(next++)];
    if (bytes.length > 0) {
      buffer.readBuffer(offset, bytes, 0, bytes.length);
    }
    return bytes;
  }

  boolean hasMore() {
    return next < arguments.values().length;
  }
}
