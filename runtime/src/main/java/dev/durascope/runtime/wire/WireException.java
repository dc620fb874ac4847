package dev.durascope.runtime.wire;

/** Bytes that are no serialized value: where they stop making sense, and what should be there. */
public final class WireException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int offset;

  WireException(int offset, String what) {
    super("damaged value at byte " + offset + ": " + what);
    this.offset = offset;
  }

  /** Returns the offset from the beginning of the value at which reading stopped. */
  public int offset() {
    return offset;
  }
}
