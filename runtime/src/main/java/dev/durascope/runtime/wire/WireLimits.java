package dev.durascope.runtime.wire;

/** What a value may not exceed, so that no input can exhaust the stack or the heap. */
public final class WireLimits {

  /**
   * How deeply objects may nest. A level takes up to 1.5 KiB of stack in three or four frames of
   * Java; this many fit into the mebibyte that a thread has by default.
   */
  public static final int MAX_DEPTH = 500;

  /** How many bytes a serialized value may take, and how far a resizable buffer may grow. */
  public static final int MAX_BYTES = 1 << 30;

  private WireLimits() {}
}
