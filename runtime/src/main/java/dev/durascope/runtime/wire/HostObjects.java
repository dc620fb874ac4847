package dev.durascope.runtime.wire;

import java.util.List;

/**
 * The kinds of objects that workerd serializes in ways of its own. Most refer to something outside
 * of the bytes (a stream, a binding), so nothing but workerd itself can read them.
 */
final class HostObjects {

  /** The kind with number n is at index n. */
  private static final List<String> NAMES =
      List.of(
          "unknown object",
          "RPC stub",
          "WritableStream",
          "ReadableStream",
          "Headers",
          "Request",
          "Response",
          "DOMException",
          "DOMException",
          "AbortSignal",
          "Error",
          "service binding",
          "Durable Object class",
          "R2 bucket",
          "KV namespace",
          "Blob",
          "Socket",
          "wrapped binding");

  private HostObjects() {}

  static String cannotBeRead(int kind) {
    String name = kind > 0 && kind < NAMES.size() ? NAMES.get(kind) : NAMES.getFirst();
    return "a %s (workerd's kind %s) is stored here, which only workerd can read"
        .formatted(name, Integer.toUnsignedString(kind));
  }
}
