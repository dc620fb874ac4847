package dev.durascope.runtime.message;

/** A request's or response's body. */
public sealed interface Body {
  /** No body at all, which is another thing than one of no bytes. */
  record None() implements Body {}

  /** A body that is known whole. The array is shared: nobody writes to it. */
  record Bytes(byte[] bytes) implements Body {}

  /**
   * A body that comes in pieces.
   *
   * @param length in bytes where the sender declared it, else -1
   */
  record Stream(ByteChannel channel, long length) implements Body {}

  /** The one value of {@link None}. */
  Body NONE = new None();
}
